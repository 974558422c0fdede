  (func $line1_4 (type 5) (param i32 i32 i32 i64 i64 i64) (result i32)
    (local i32 i32 i32 i32 i32)
    block  ;; @1
      local.get 5
      i32.wrap_i64
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 192
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
      local.tee 6
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        local.get 0
        local.get 4
        i64.store offset=32 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=40
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 64
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line1.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i32.const 0
        return
      end
      block  ;; @3
        block  ;; @4
          i32.const 0
          i32.load offset=2296 align=1
          local.tee 7
          i32.eqz
          br_if 0 (;@4;)
          local.get 7
          i32.load align=1
          local.tee 8
          i32.load align=1
          local.tee 9
          i32.eqz
          br_if 0 (;@4;)
          i32.const 0
          i32.load offset=DEBT align=1
          i32.const 96
          i32.add
          local.tee 10
          i32.const 0
          i32.gt_s
          br_if 0 (;@4;)
          i32.const 0
          local.get 10
          i32.store offset=DEBT align=1
          i32.const 0
          i32.const 0
          i32.load offset=USED align=1
          i32.const 96
          i32.add
          i32.store offset=USED align=1
          local.get 7
          local.get 9
          i32.store align=1
          local.get 7
          local.get 7
          i32.load offset=12 align=1
          i32.const 1
          i32.add
          i32.store offset=12 align=1
          i32.const 0
          i32.load offset=CURRENT_WHITE align=1
          i32.const 8
          i32.shl
          local.set 7
          local.get 8
          i32.const 0
          i32.store align=1
          local.get 8
          local.get 7
          i32.const 16777226
          i32.or
          i32.store offset=4 align=1
          local.get 8
          i32.const 0
          i32.store offset=8 align=1
          local.get 8
          i32.const 0
          i32.store offset=12 align=1
          local.get 8
          i32.const 0
          i32.store offset=16 align=1
          local.get 8
          local.get 8
          i32.const 40
          i32.add
          i32.store offset=20 align=1
          local.get 8
          i64.const 0
          i64.store offset=24 align=1
          local.get 8
          local.get 8
          i32.const 88
          i32.add
          i32.store offset=32 align=1
          local.get 8
          i64.const 0
          i64.store offset=48 align=1
          local.get 8
          i32.const 0
          i32.store offset=60 align=1
          local.get 8
          i32.const 0
          i32.store offset=56 align=1
          local.get 8
          i64.const 0
          i64.store offset=72 align=1
          local.get 8
          i32.const 0
          i32.store offset=84 align=1
          local.get 8
          i32.const 0
          i32.store offset=80 align=1
          br 1 (;@3;)
        end
        i32.const 0
        i32.const 2
        call $newTable
        local.tee 8
        i32.eqz
        if  ;; @5
          local.get 0
          local.get 3
          i64.store offset=16 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=24
          local.get 0
          local.get 4
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          local.get 1
          local.get 0
          i32.store align=1
          local.get 1
          local.get 0
          i32.const 64
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 1
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 1
          i32.const line1.0
          i32.store offset=4 align=1
          i32.const 0
          local.get 1
          i32.store offset=FRAME align=1
          i32.const 0
          i32.const -1
          i32.store offset=COMPILED_STATUS align=1
          i32.const 0
          return
        end
      end
      local.get 8
      i32.const 536879104
      i32.store align=1
      local.get 8
      i32.load8_s offset=5
      i32.const 4
      i32.and
      if  ;; @6
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        local.get 0
        local.get 4
        i64.store offset=32 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=40
        local.get 0
        local.get 8
        i64.extend_i32_u
        i64.store offset=48 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=56
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 64
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line1.2
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i32.const 0
        return
      end
      local.get 8
      i32.load offset=20 align=1
      local.tee 0
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.tee 1
      i32.load align=1
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 0
      i32.const 8
      i32.store8 offset=17
      local.get 0
      local.get 3
      i64.store align=1
      local.get 0
      i32.const 4
      i32.store8 offset=16
      local.get 0
      local.get 1
      i32.load offset=16 align=1
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 0
      i32.const 8
      i32.store8 offset=41
      local.get 0
      local.get 4
      i64.store offset=24 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=40
      i32.const 0
      local.get 6
      i32.store offset=FUEL align=1
      local.get 8
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i32.const 0
  )
