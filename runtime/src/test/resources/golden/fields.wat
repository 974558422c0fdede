  (func $line1_4 (type 4) (param i32 i32 i32 i64 i64)
    (local i32 i32 i32 i32 f64)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 5
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
        local.get 5
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        i32.const 0
        local.get 6
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
        i32.const line1.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        return
      end
      block  ;; @3
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        local.tee 2
        i32.load align=1
        local.set 7
        local.get 5
        i32.load8_s offset=7
        i32.const 1
        i32.eq
        if  ;; @4
          local.get 5
          i32.load offset=20 align=1
          local.tee 8
          i32.load offset=8 align=1
          local.get 7
          i32.eq
          if  ;; @5
            local.get 8
            i32.load16_u offset=16 align=1
            local.tee 7
            i32.const 2052
            i32.ne
            if  ;; @6
              local.get 8
              i32.load8_s offset=16
              local.tee 7
              i32.const 4
              i32.eq
              local.get 7
              i32.const 5
              i32.eq
              i32.or
              i32.const 15
              i32.shl
              i32.const exit(line1.0)
              i32.or
              local.set 7
              br 3 (;@3;)
            end
            local.get 8
            i64.load align=1
            i64.const 1
            i64.add
            local.set 3
            local.get 7
            i32.const -2049
            i32.add
            i32.const 127
            i32.ge_u
            if  ;; @7
              i32.const 0
              i32.const exit(line1.2)
              i32.store offset=LAST_EXIT align=1
              local.get 0
              local.get 5
              i64.extend_i32_u
              i64.store offset=16 align=1
              local.get 0
              i32.const 10
              i32.store8 offset=24
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
              return
            end
            local.get 8
            local.get 3
            i64.store align=1
            local.get 8
            i32.const 4
            i32.store8 offset=16
            local.get 8
            i32.load offset=32 align=1
            local.get 2
            i32.load offset=16 align=1
            i32.eq
            if  ;; @8
              local.get 8
              i32.load16_u offset=40 align=1
              local.tee 7
              i32.const 2053
              i32.eq
              if  ;; @9
                local.get 8
                f64.load offset=24 align=1
                f64.const 0.5
                f64.mul
                local.set 9
                local.get 7
                i32.const -2049
                i32.add
                i32.const 127
                i32.lt_u
                if  ;; @10
                  local.get 8
                  local.get 9
                  f64.store offset=24 align=1
                  local.get 8
                  i32.const 5
                  i32.store8 offset=40
                  i32.const 0
                  local.get 6
                  i32.store offset=FUEL align=1
                  return
                end
                i32.const 0
                i32.const exit(line1.5)
                i32.store offset=LAST_EXIT align=1
                local.get 0
                local.get 5
                i64.extend_i32_u
                i64.store offset=16 align=1
                local.get 0
                i32.const 10
                i32.store8 offset=24
                local.get 0
                local.get 9
                f64.store offset=32 align=1
                local.get 0
                i32.const 5
                i32.store8 offset=40
                i32.const 0
                local.get 6
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
                i32.store offset=24 align=1
                local.get 1
                i32.const line1.5
                i32.store offset=4 align=1
                i32.const 0
                local.get 1
                i32.store offset=FRAME align=1
                i32.const 0
                i32.const -1
                i32.store offset=COMPILED_STATUS align=1
                return
              end
              local.get 8
              i32.load8_s offset=40
              local.tee 7
              i32.const 4
              i32.eq
              local.get 7
              i32.const 5
              i32.eq
              i32.or
              i32.const 15
              i32.shl
              i32.const exit(line1.3)
              i32.or
              local.set 7
            else
              i32.const exit(line1.3)
              local.set 7
            end
            i32.const 0
            local.get 7
            i32.store offset=LAST_EXIT align=1
            local.get 0
            local.get 5
            i64.extend_i32_u
            i64.store offset=16 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=24
            i32.const 0
            local.get 6
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
            i32.store offset=24 align=1
            local.get 1
            i32.const line1.3
            i32.store offset=4 align=1
            i32.const 0
            local.get 1
            i32.store offset=FRAME align=1
            i32.const 0
            i32.const -1
            i32.store offset=COMPILED_STATUS align=1
            return
          end
        end
        i32.const exit(line1.0)
        local.set 7
      end
      i32.const 0
      local.get 7
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 5
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      i32.const 0
      local.get 6
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
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
  )
