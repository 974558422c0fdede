  (func $line1_4 (type 5) (param i32 i32 i32 i64 i64)
    (local i32 i32 i32)
    block  ;; @1
      local.get 4
      i32.wrap_i64
      local.tee 5
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 224
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 6
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 6
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.set 6
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 96
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.tee 2
      i32.store offset=24 align=1
      i32.const 0
      local.get 1
      i32.store offset=FRAME align=1
      local.get 6
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 3
        i64.store offset=32 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=40
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        local.get 1
        i32.const line1.0
        i32.store offset=4 align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        return
      end
      local.get 0
      i32.load8_s offset=24
      local.tee 7
      i32.const 8
      i32.eq
      local.get 0
      i64.load offset=16 align=1
      local.tee 4
      local.get 2
      i64.load align=1
      i64.eq
      i32.and
      if  ;; @3
        local.get 0
        local.get 2
        i64.load offset=16 align=1
        local.tee 3
        i64.store offset=48 align=1
        local.get 0
        local.get 2
        i32.load8_s offset=24
        i32.store8 offset=56
        local.get 1
        i32.load offset=20 align=1
        i32.const -10245
        i32.and
        if  ;; @4
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 5
          i32.store offset=COMPILED_ROOM align=1
          i32.const 0
          local.get 1
          i32.const line1.4
          call $leave
          local.tee 0
          i32.const -9
          local.get 0
          select
          i32.store offset=COMPILED_STATUS align=1
          return
        end
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        local.get 0
        local.get 3
        i64.store align=1
        local.get 0
        local.get 0
        i32.load8_s offset=56
        i32.store8 offset=8
        i32.const 0
        local.get 1
        i32.const -32
        i32.add
        i32.store offset=FRAME align=1
        return
      end
      local.get 0
      local.get 4
      i64.store offset=48 align=1
      local.get 0
      local.get 7
      i32.store8 offset=56
      local.get 0
      local.get 2
      i64.load offset=32 align=1
      i64.store offset=64 align=1
      local.get 0
      local.get 2
      i32.load8_s offset=40
      i32.store8 offset=72
      local.get 0
      local.get 3
      i64.store offset=80 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=88
      i32.const 0
      local.get 6
      i32.store offset=FUEL align=1
      local.get 0
      i32.const 48
      i32.add
      i32.const 3
      call $concat
      if  ;; @5
        i32.const 0
        i32.load offset=FUEL align=1
        local.set 2
      else
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 5
        i32.store offset=COMPILED_ROOM align=1
        local.get 1
        i32.const line1.8
        i32.const line1.8
        call $general
        local.tee 2
        if  ;; @6
          i32.const 0
          local.get 2
          i32.store offset=COMPILED_STATUS align=1
          return
        end
        i32.const 0
        i32.load offset=FUEL align=1
        local.set 2
      end
      local.get 1
      i32.load offset=20 align=1
      i32.const -10245
      i32.and
      if  ;; @7
        i32.const 0
        local.get 2
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 5
        i32.store offset=COMPILED_ROOM align=1
        i32.const 0
        local.get 1
        i32.const line1.9
        call $leave
        local.tee 0
        i32.const -9
        local.get 0
        select
        i32.store offset=COMPILED_STATUS align=1
        return
      end
      i32.const 0
      local.get 2
      i32.store offset=FUEL align=1
      local.get 0
      local.get 0
      i64.load offset=48 align=1
      i64.store align=1
      local.get 0
      local.get 0
      i32.load8_s offset=56
      i32.store8 offset=8
      i32.const 0
      local.get 1
      i32.const -32
      i32.add
      i32.store offset=FRAME align=1
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
  )
