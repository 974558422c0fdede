  (func $line2_3 (type 3) (param i32 i32 i32 i32 i32 i32) (result i64)
    (local i32 i32 i64)
    block  ;; @1
      local.get 3
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.set 3
      local.get 0
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 1
      i32.const 208
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 0
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 2
      local.get 0
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 0
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 1
        local.get 4
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=24
        local.get 1
        local.get 5
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=40
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        local.get 2
        local.get 1
        i32.store align=1
        local.get 2
        local.get 1
        i32.const 80
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 2
        local.get 3
        i32.store offset=24 align=1
        local.get 2
        i32.const line2.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 2
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      block  ;; @3
        local.get 3
        i32.load align=1
        local.set 6
        local.get 4
        i32.load8_s offset=7
        br_if 0 (;@3;)
        local.get 4
        i32.load offset=20 align=1
        local.tee 7
        i32.load offset=8 align=1
        local.get 6
        i32.ne
        br_if 0 (;@3;)
        local.get 7
        i32.load16_u offset=16 align=1
        i32.const 2052
        i32.ne
        br_if 0 (;@3;)
        block  ;; @4
          local.get 7
          i64.load align=1
          local.set 8
          local.get 5
          i32.load8_s offset=7
          br_if 0 (;@4;)
          local.get 5
          i32.load offset=20 align=1
          local.tee 4
          i32.load offset=8 align=1
          local.get 6
          i32.ne
          br_if 0 (;@4;)
          local.get 4
          i32.load16_u offset=16 align=1
          i32.const 2052
          i32.ne
          br_if 0 (;@4;)
          local.get 8
          local.get 4
          i64.load align=1
          i64.add
          local.set 8
          i32.const 0
          local.get 0
          i32.store offset=FUEL align=1
          i32.const 0
          i32.const 0
          i32.store offset=COMPILED_STATUS align=1
          local.get 8
          return
        end
        i32.const 0
        i32.const exit(line2.1)
        i32.store offset=LAST_EXIT align=1
        local.get 1
        local.get 5
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=40
        local.get 1
        local.get 8
        i64.store offset=48 align=1
        local.get 1
        i32.const 4
        i32.store8 offset=56
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        local.get 2
        local.get 1
        i32.store align=1
        local.get 2
        local.get 1
        i32.const 80
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 2
        local.get 3
        i32.store offset=24 align=1
        local.get 2
        i32.const line2.1
        i32.store offset=4 align=1
        i32.const 0
        local.get 2
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      i32.const 0
      i32.const exit(line2.0)
      i32.store offset=LAST_EXIT align=1
      local.get 1
      local.get 4
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 1
      i32.const 10
      i32.store8 offset=24
      local.get 1
      local.get 5
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 1
      i32.const 10
      i32.store8 offset=40
      i32.const 0
      local.get 0
      i32.store offset=FUEL align=1
      local.get 2
      local.get 1
      i32.store align=1
      local.get 2
      local.get 1
      i32.const 80
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 2
      local.get 3
      i32.store offset=24 align=1
      local.get 2
      i32.const line2.0
      i32.store offset=4 align=1
      i32.const 0
      local.get 2
      i32.store offset=FRAME align=1
      i32.const 0
      i32.const -1
      i32.store offset=COMPILED_STATUS align=1
      i64.const 0
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i64.const 0
  )

  (func $line3_5 (type 4) (param i32 i32 i32 i32 i32 i32) (result i32)
    (local i32 i32 i64)
    block  ;; @1
      local.get 3
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.set 3
      local.get 0
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 1
      i32.const 208
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 0
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 2
      local.get 0
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 0
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 1
        local.get 4
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=24
        local.get 1
        local.get 5
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=40
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        local.get 2
        local.get 1
        i32.store align=1
        local.get 2
        local.get 1
        i32.const 80
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 2
        local.get 3
        i32.store offset=24 align=1
        local.get 2
        i32.const line3.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 2
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i32.const 0
        return
      end
      block  ;; @3
        local.get 3
        i32.load align=1
        local.set 6
        local.get 4
        i32.load8_s offset=7
        br_if 0 (;@3;)
        local.get 4
        i32.load offset=20 align=1
        local.tee 7
        i32.load offset=8 align=1
        local.get 6
        i32.ne
        br_if 0 (;@3;)
        local.get 7
        i32.load16_u offset=16 align=1
        i32.const 2052
        i32.ne
        br_if 0 (;@3;)
        block  ;; @4
          local.get 7
          i64.load align=1
          local.set 8
          local.get 5
          i32.load8_s offset=7
          br_if 0 (;@4;)
          local.get 5
          i32.load offset=20 align=1
          local.tee 4
          i32.load offset=8 align=1
          local.get 6
          i32.ne
          br_if 0 (;@4;)
          local.get 4
          i32.load16_u offset=16 align=1
          i32.const 2052
          i32.ne
          br_if 0 (;@4;)
          local.get 8
          local.get 4
          i64.load align=1
          i64.lt_s
          local.set 1
          i32.const 0
          local.get 0
          i32.store offset=FUEL align=1
          i32.const 0
          i32.const 0
          i32.store offset=COMPILED_STATUS align=1
          local.get 1
          return
        end
        i32.const 0
        i32.const exit(line3.1)
        i32.store offset=LAST_EXIT align=1
        local.get 1
        local.get 5
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=40
        local.get 1
        local.get 8
        i64.store offset=48 align=1
        local.get 1
        i32.const 4
        i32.store8 offset=56
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        local.get 2
        local.get 1
        i32.store align=1
        local.get 2
        local.get 1
        i32.const 80
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 2
        local.get 3
        i32.store offset=24 align=1
        local.get 2
        i32.const line3.1
        i32.store offset=4 align=1
        i32.const 0
        local.get 2
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i32.const 0
        return
      end
      i32.const 0
      i32.const exit(line3.0)
      i32.store offset=LAST_EXIT align=1
      local.get 1
      local.get 4
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 1
      i32.const 10
      i32.store8 offset=24
      local.get 1
      local.get 5
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 1
      i32.const 10
      i32.store8 offset=40
      i32.const 0
      local.get 0
      i32.store offset=FUEL align=1
      local.get 2
      local.get 1
      i32.store align=1
      local.get 2
      local.get 1
      i32.const 80
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 2
      local.get 3
      i32.store offset=24 align=1
      local.get 2
      i32.const line3.0
      i32.store offset=4 align=1
      i32.const 0
      local.get 2
      i32.store offset=FRAME align=1
      i32.const 0
      i32.const -1
      i32.store offset=COMPILED_STATUS align=1
      i32.const 0
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i32.const 0
  )

  (func $line4_7 (type 5) (param i32 i32 i32 i32 i32 i64) (result i64)
    (local i32 i32)
    block  ;; @1
      local.get 3
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.set 3
      local.get 0
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 1
      i32.const 192
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 0
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 2
      local.get 0
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 0
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 1
        local.get 4
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 1
        i32.const 10
        i32.store8 offset=24
        local.get 1
        local.get 5
        i64.store offset=32 align=1
        local.get 1
        i32.const 4
        i32.store8 offset=40
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        local.get 2
        local.get 1
        i32.store align=1
        local.get 2
        local.get 1
        i32.const 64
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 2
        local.get 3
        i32.store offset=24 align=1
        local.get 2
        i32.const line4.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 2
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      block  ;; @3
        local.get 3
        i32.load align=1
        local.set 6
        local.get 4
        i32.load8_s offset=7
        br_if 0 (;@3;)
        local.get 4
        i32.load offset=20 align=1
        local.tee 7
        i32.load offset=8 align=1
        local.get 6
        i32.ne
        br_if 0 (;@3;)
        local.get 7
        i32.load16_u offset=16 align=1
        i32.const 2052
        i32.ne
        br_if 0 (;@3;)
        local.get 7
        i64.load align=1
        local.get 5
        i64.add
        local.set 5
        i32.const 0
        local.get 0
        i32.store offset=FUEL align=1
        i32.const 0
        i32.const 0
        i32.store offset=COMPILED_STATUS align=1
        local.get 5
        return
      end
      i32.const 0
      i32.const exit(line4.0)
      i32.store offset=LAST_EXIT align=1
      local.get 1
      local.get 4
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 1
      i32.const 10
      i32.store8 offset=24
      local.get 1
      local.get 5
      i64.store offset=32 align=1
      local.get 1
      i32.const 4
      i32.store8 offset=40
      i32.const 0
      local.get 0
      i32.store offset=FUEL align=1
      local.get 2
      local.get 1
      i32.store align=1
      local.get 2
      local.get 1
      i32.const 64
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 2
      local.get 3
      i32.store offset=24 align=1
      local.get 2
      i32.const line4.0
      i32.store offset=4 align=1
      i32.const 0
      local.get 2
      i32.store offset=FRAME align=1
      i32.const 0
      i32.const -1
      i32.store offset=COMPILED_STATUS align=1
      i64.const 0
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i64.const 0
  )
