  (func $line2_7 (type 4) (param i32 i32 i32 i64 i64) (result i64)
    (local i32 i32)
    block  ;; @1
      local.get 4
      i32.wrap_i64
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 176
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 5
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 5
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 5
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        i32.const 0
        local.get 5
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line2.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      local.get 2
      i32.load offset=16 align=1
      i32.load offset=8 align=1
      local.tee 6
      i32.load8_s offset=8
      i32.const 4
      i32.eq
      if  ;; @3
        local.get 6
        local.get 6
        i64.load align=1
        local.get 3
        i64.add
        local.tee 3
        i64.store align=1
        local.get 6
        i32.const 4
        i32.store8 offset=8
        i32.const 0
        local.get 5
        i32.store offset=FUEL align=1
        local.get 3
        return
      end
      i32.const 0
      i32.const exit(line2.0)
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 3
      i64.store offset=16 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=24
      i32.const 0
      local.get 5
      i32.store offset=FUEL align=1
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 48
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      i32.store offset=24 align=1
      local.get 1
      i32.const line2.0
      i32.store offset=4 align=1
      i32.const 0
      local.get 1
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

  (func $line7_4 (type 5) (param i32 i32 i32 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i32)
    block  ;; @1
      local.get 0
      i32.const 16
      i32.add
      local.set 4
      local.get 3
      i32.wrap_i64
      local.tee 5
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 176
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 6
      i32.load offset=12 align=1
      local.tee 7
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 6
      i32.load offset=24 align=1
      local.tee 6
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      local.tee 8
      i32.const -1
      i32.add
      local.tee 9
      i32.const 0
      i32.lt_s
      if  ;; @2
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line7.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      local.get 2
      i32.load offset=16 align=1
      i32.load offset=8 align=1
      local.tee 10
      i32.load8_s offset=8
      i32.const 11
      i32.ne
      if  ;; @3
        i32.const 0
        i32.const exit(line7.0)
        i32.store offset=LAST_EXIT align=1
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line7.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      local.get 10
      i32.load align=1
      local.set 10
      local.get 2
      i32.load offset=20 align=1
      i32.load offset=8 align=1
      local.tee 11
      i32.load8_s offset=8
      i32.const 4
      i32.ne
      if  ;; @4
        i32.const 0
        i32.const exit(line7.1)
        i32.store offset=LAST_EXIT align=1
        local.get 4
        local.get 10
        i64.extend_i32_u
        i64.store align=1
        local.get 4
        i32.const 11
        i32.store8 offset=8
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line7.1
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      local.get 11
      i64.load align=1
      local.set 3
      local.get 10
      i32.load offset=8 align=1
      i32.load offset=76 align=1
      i32.const 7
      i32.ne
      if  ;; @5
        i32.const 0
        i32.const exit(line7.2)
        i32.store offset=LAST_EXIT align=1
        local.get 4
        local.get 10
        i64.extend_i32_u
        i64.store align=1
        local.get 4
        i32.const 11
        i32.store8 offset=8
        local.get 4
        local.get 3
        i64.store offset=16 align=1
        local.get 4
        i32.const 4
        i32.store8 offset=24
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line7.2
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      block  ;; @6
        block  ;; @7
          local.get 1
          i32.const 32
          i32.add
          local.set 12
          i32.const 0
          local.get 9
          i32.store offset=FUEL align=1
          local.get 5
          i32.const -1
          i32.add
          i32.const 0
          i32.le_s
          br_if 0 (;@7;)
          local.get 0
          i32.const 192
          i32.add
          local.get 7
          i32.gt_u
          br_if 0 (;@7;)
          local.get 12
          local.get 6
          i32.ge_u
          br_if 0 (;@7;)
          local.get 8
          i32.const -2
          i32.add
          local.tee 5
          i32.const 0
          i32.lt_s
          if  ;; @8
            local.get 4
            local.get 3
            i64.store offset=16 align=1
            local.get 4
            i32.const 4
            i32.store8 offset=24
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 12
            local.get 4
            i32.store align=1
            local.get 12
            local.get 0
            i32.const 64
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 12
            local.get 10
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 12
            i32.const line2.0
            i32.store offset=4 align=1
            i32.const 0
            local.get 12
            i32.store offset=FRAME align=1
            i32.const 4
            local.set 5
            br 2 (;@6;)
          end
          local.get 10
          i32.load offset=16 align=1
          i32.load offset=8 align=1
          local.tee 6
          i32.load8_s offset=8
          i32.const 4
          i32.ne
          if  ;; @9
            i32.const 0
            i32.const exit(line2.0)
            i32.store offset=LAST_EXIT align=1
            local.get 4
            local.get 3
            i64.store offset=16 align=1
            local.get 4
            i32.const 4
            i32.store8 offset=24
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 12
            local.get 4
            i32.store align=1
            local.get 12
            local.get 0
            i32.const 64
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 12
            local.get 10
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 12
            i32.const line2.0
            i32.store offset=4 align=1
            i32.const 0
            local.get 12
            i32.store offset=FRAME align=1
            i32.const -1
            local.set 5
            br 2 (;@6;)
          end
          local.get 6
          local.get 6
          i64.load align=1
          local.get 3
          i64.add
          local.tee 3
          i64.store align=1
          local.get 6
          i32.const 4
          i32.store8 offset=8
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 11
          i32.load8_s offset=8
          i32.const 4
          i32.eq
          if  ;; @10
            local.get 3
            local.get 11
            i64.load align=1
            i64.add
            local.set 3
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 3
            return
          end
          i32.const 0
          i32.const exit(line7.3)
          i32.store offset=LAST_EXIT align=1
          local.get 4
          local.get 3
          i64.store align=1
          local.get 4
          i32.const 4
          i32.store8 offset=8
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 1
          local.get 0
          i32.store align=1
          local.get 1
          local.get 0
          i32.const 48
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 1
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 1
          i32.const line7.3
          i32.store offset=4 align=1
          i32.const 0
          local.get 1
          i32.store offset=FRAME align=1
          i32.const 0
          i32.const -1
          i32.store offset=COMPILED_STATUS align=1
          i64.const 0
          return
        end
        i32.const -8
        local.set 5
      end
      local.get 5
      i32.const -8
      i32.eq
      if  ;; @11
        local.get 4
        local.get 10
        i64.extend_i32_u
        i64.store align=1
        local.get 4
        i32.const 11
        i32.store8 offset=8
        local.get 4
        local.get 3
        i64.store offset=16 align=1
        local.get 4
        i32.const 4
        i32.store8 offset=24
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 48
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line7.2
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const -1
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      local.get 1
      i64.const 1
      i64.store offset=48 align=1
      i32.const 0
      i32.load offset=TAILED_FRAME align=1
      local.tee 6
      local.get 12
      i32.eq
      if  ;; @12
        local.get 6
        i32.const 4
        i32.store offset=20 align=1
        i32.const 0
        i32.const 0
        i32.store offset=TAILED_FRAME align=1
      else
        local.get 4
        local.get 10
        i64.extend_i32_u
        i64.store align=1
        local.get 4
        i32.const 11
        i32.store8 offset=8
      end
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 48
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      i32.store offset=24 align=1
      local.get 1
      i32.const line7.3
      i32.store offset=4 align=1
      i32.const 0
      local.get 5
      i32.store offset=COMPILED_STATUS align=1
      i64.const 0
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i64.const 0
  )
