  (func $line1_4 (type 5) (param i32 i32 i32 i64 i64 i64) (result i64)
    (local i32 i32 i32)
    block  ;; @1
      local.get 5
      i32.wrap_i64
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
      i32.const 0
      i32.store offset=28 align=1
      local.get 6
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
        i32.const 96
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        local.get 1
        i32.load offset=20 align=1
        i32.store offset=20 align=1
        i32.const 0
        i32.const 0
        i32.store offset=TAILED_FRAME align=1
        local.get 0
        local.get 2
        i64.extend_i32_u
        i64.store align=1
        local.get 0
        i32.const 11
        i32.store8 offset=8
        local.get 1
        i32.const line1.0
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
      local.set 7
      local.get 6
      local.get 3
      i32.wrap_i64
      i32.sub
      local.set 6
      block  ;; @3
        block  ;; @4
          block  ;; @5
            block  ;; @6
              loop  ;; @7
                local.get 3
                i64.eqz
                if  ;; @8
                  br 2 (;@6;)
                end
                local.get 7
                i32.load8_s offset=8
                i32.const 11
                i32.ne
                if  ;; @9
                  br 5 (;@3;)
                end
                local.get 3
                i64.const -1
                i64.add
                local.set 5
                local.get 4
                local.get 3
                i64.add
                local.set 4
                local.get 7
                i32.load align=1
                local.tee 8
                local.get 2
                i32.ne
                if  ;; @10
                  br 4 (;@4;)
                end
                local.get 1
                local.get 1
                i32.store offset=28 align=1
                local.get 5
                i32.wrap_i64
                local.get 6
                i32.add
                local.tee 8
                i32.const 0
                i32.lt_s
                if  ;; @11
                  br 3 (;@5;)
                end
                local.get 5
                local.set 3
                br 0 (;@7;)
              end
            end
            i32.const 0
            local.get 3
            i32.wrap_i64
            local.get 6
            i32.add
            i32.store offset=FUEL align=1
            local.get 4
            return
          end
          local.get 0
          local.get 5
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
          local.get 8
          i32.store offset=FUEL align=1
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
          i32.store offset=24 align=1
          local.get 1
          local.get 1
          i32.const 0
          i32.ne
          i32.const 2
          i32.shl
          local.get 1
          i32.load offset=20 align=1
          i32.or
          i32.store offset=20 align=1
          i32.const 0
          local.get 1
          i32.store offset=TAILED_FRAME align=1
          local.get 0
          local.get 2
          i64.extend_i32_u
          i64.store align=1
          local.get 0
          i32.const 11
          i32.store8 offset=8
          local.get 1
          i32.const line1.0
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
        i32.const 0
        i32.const exit(line1.6)
        i32.store offset=LAST_EXIT align=1
        local.get 0
        local.get 8
        i64.extend_i32_u
        i64.store offset=48 align=1
        local.get 0
        i32.const 11
        i32.store8 offset=56
        local.get 0
        local.get 5
        i64.store offset=64 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=72
        local.get 0
        local.get 4
        i64.store offset=80 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=88
        i32.const 0
        local.get 3
        i32.wrap_i64
        local.get 6
        i32.add
        i32.store offset=FUEL align=1
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
        i32.store offset=24 align=1
        local.get 1
        local.get 1
        i32.load offset=28 align=1
        local.tee 6
        i32.const 0
        i32.ne
        i32.const 2
        i32.shl
        local.get 1
        i32.load offset=20 align=1
        i32.or
        i32.store offset=20 align=1
        i32.const 0
        local.get 6
        i32.store offset=TAILED_FRAME align=1
        local.get 0
        local.get 2
        i64.extend_i32_u
        i64.store align=1
        local.get 0
        i32.const 11
        i32.store8 offset=8
        local.get 1
        i32.const line1.6
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
      i32.const exit(line1.3)
      i32.store offset=LAST_EXIT align=1
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
      local.get 3
      i32.wrap_i64
      local.get 6
      i32.add
      i32.store offset=FUEL align=1
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
      i32.store offset=24 align=1
      local.get 1
      local.get 1
      i32.load offset=28 align=1
      local.tee 6
      i32.const 0
      i32.ne
      i32.const 2
      i32.shl
      local.get 1
      i32.load offset=20 align=1
      i32.or
      i32.store offset=20 align=1
      i32.const 0
      local.get 6
      i32.store offset=TAILED_FRAME align=1
      local.get 0
      local.get 2
      i64.extend_i32_u
      i64.store align=1
      local.get 0
      i32.const 11
      i32.store8 offset=8
      local.get 1
      i32.const line1.3
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
