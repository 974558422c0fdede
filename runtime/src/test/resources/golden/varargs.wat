  (func $line1_4.entry (type 2) (param i32) (result i32)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i64 i64)
    local.get 0
    i32.load align=1
    local.tee 1
    i32.load align=1
    local.set 2
    local.get 0
    i32.load offset=24 align=1
    local.set 3
    i32.const 0
    i32.load offset=COMPILED_ROOM align=1
    local.set 4
    i32.const 0
    i32.load offset=FUEL align=1
    local.set 5
    local.get 0
    local.get 1
    i32.const 16
    i32.add
    local.tee 6
    i32.const 1
    call $vararg
    i32.eqz
    if  ;; @1
      i32.const 0
      local.get 5
      i32.store offset=FUEL align=1
      i32.const 0
      local.get 4
      i32.store offset=COMPILED_ROOM align=1
      local.get 0
      i32.const line1.2
      i32.const line1.2
      call $general
      local.tee 5
      if  ;; @2
        local.get 5
        return
      end
      i32.const 0
      i32.load offset=FUEL align=1
      local.set 5
    end
    block  ;; @3
      local.get 2
      i32.load offset=16 align=1
      i32.load offset=8 align=1
      local.tee 2
      i32.load8_s offset=8
      i32.const 10
      i32.ne
      br_if 0 (;@3;)
      local.get 3
      i32.load align=1
      local.set 7
      local.get 2
      i32.load align=1
      local.tee 2
      i32.load8_s offset=7
      i32.const 5
      i32.ne
      br_if 0 (;@3;)
      local.get 2
      i32.load offset=20 align=1
      local.tee 2
      i32.load offset=608 align=1
      local.get 7
      i32.ne
      br_if 0 (;@3;)
      local.get 2
      i32.load16_u offset=616 align=1
      local.tee 7
      i32.const -2049
      i32.add
      i32.const 127
      i32.ge_u
      br_if 0 (;@3;)
      block  ;; @4
        local.get 6
        local.get 2
        i64.load offset=600 align=1
        i64.store offset=16 align=1
        local.get 6
        local.get 7
        i32.const -2048
        i32.add
        i32.store8 offset=24
        local.get 6
        local.get 3
        i64.load offset=16 align=1
        i64.store offset=32 align=1
        local.get 6
        local.get 3
        i32.load8_s offset=24
        i32.store8 offset=40
        local.get 6
        i32.load8_s offset=24
        i32.const 6
        i32.ne
        br_if 0 (;@4;)
        local.get 6
        i32.load offset=16 align=1
        i32.const 14
        i32.ne
        br_if 0 (;@4;)
        local.get 1
        i32.const 384
        i32.add
        local.get 0
        i32.load offset=12 align=1
        local.tee 2
        i32.const 4
        i32.shr_u
        i32.const -1
        i32.add
        local.tee 3
        i32.const 4
        i32.shl
        i32.add
        i32.const 128
        i32.add
        i32.const 0
        i32.load offset=COROUTINE align=1
        local.tee 7
        i32.load offset=12 align=1
        i32.gt_u
        br_if 0 (;@4;)
        local.get 0
        i32.const 32
        i32.add
        local.get 7
        i32.load offset=24 align=1
        i32.ge_u
        br_if 0 (;@4;)
        local.get 5
        i32.const -1
        i32.add
        local.get 3
        i32.const 3
        i32.shr_u
        i32.sub
        local.tee 7
        i32.const 0
        i32.lt_s
        if  ;; @5
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 0
          i32.const line1.4
          i32.store offset=4 align=1
          i32.const -1
          return
        end
        local.get 6
        i32.load offset=32 align=1
        local.tee 8
        i32.load offset=8 align=1
        i32.eqz
        br_if 0 (;@4;)
        local.get 8
        i32.load8_s offset=16
        i32.const 35
        i32.ne
        br_if 0 (;@4;)
        local.get 3
        i64.extend_i32_s
        local.set 9
        local.get 6
        local.get 6
        i64.load align=1
        i64.store offset=32 align=1
        local.get 6
        local.get 6
        i32.load8_s offset=8
        i32.store8 offset=40
        local.get 0
        i64.load offset=16 align=1
        i64.const -17179869185
        i64.and
        local.tee 10
        i64.const 8800387989503
        i64.eq
        local.get 10
        i64.const 2
        i64.le_u
        local.tee 3
        i32.or
        i32.eqz
        if  ;; @6
          local.get 6
          local.get 9
          i64.store offset=16 align=1
          local.get 6
          i32.const 4
          i32.store8 offset=24
          i32.const 0
          local.get 7
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 4
          i32.store offset=COMPILED_ROOM align=1
          local.get 0
          i32.const line1.8
          call $leave
          return
        end
        local.get 1
        local.get 2
        i32.sub
        local.tee 1
        local.get 9
        i64.store align=1
        local.get 1
        i32.const 4
        i32.store8 offset=8
        local.get 1
        local.get 6
        i64.load offset=32 align=1
        i64.store offset=16 align=1
        local.get 1
        local.get 6
        i32.load8_s offset=40
        i32.store8 offset=24
        i32.const 0
        local.get 7
        i32.store offset=FUEL align=1
        local.get 3
        i32.eqz
        if  ;; @7
          i32.const 0
          local.get 1
          i32.const 32
          i32.add
          i32.store offset=TOP align=1
        end
        i32.const 0
        local.get 0
        i32.const -32
        i32.add
        i32.store offset=FRAME align=1
        i32.const 0
        return
      end
      i32.const 0
      i32.const exit(line1.5)
      i32.store offset=LAST_EXIT align=1
      i32.const 0
      local.get 5
      i32.store offset=FUEL align=1
      local.get 0
      i32.const line1.4
      i32.store offset=4 align=1
      i32.const -1
      return
    end
    i32.const 0
    i32.const exit(line1.2)
    i32.store offset=LAST_EXIT align=1
    i32.const 0
    local.get 5
    i32.store offset=FUEL align=1
    local.get 0
    i32.const line1.2
    i32.store offset=4 align=1
    i32.const -1
  )
