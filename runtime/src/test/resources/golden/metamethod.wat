  (func $line2_7 (type 4) (param i32 i32 i32 i64 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 6
      local.get 4
      i32.wrap_i64
      local.set 7
      local.get 5
      i32.wrap_i64
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 208
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 8
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 8
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 8
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 6
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        local.get 0
        local.get 7
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=40
        i32.const 0
        local.get 8
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 80
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
      block  ;; @3
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        local.tee 2
        i32.load align=1
        local.set 9
        local.get 6
        i32.load8_s offset=7
        i32.eqz
        if  ;; @4
          local.get 6
          i32.load offset=20 align=1
          local.tee 10
          i32.load offset=8 align=1
          local.get 9
          i32.eq
          if  ;; @5
            local.get 10
            i32.load16_u offset=16 align=1
            i32.const 2052
            i32.ne
            if  ;; @6
              local.get 10
              i32.load8_s offset=16
              local.tee 9
              i32.const 4
              i32.eq
              local.get 9
              i32.const 5
              i32.eq
              i32.or
              i32.const 15
              i32.shl
              i32.const exit(line2.0)
              i32.or
              local.set 9
              br 3 (;@3;)
            end
            block  ;; @7
              local.get 10
              i64.load align=1
              local.set 3
              local.get 7
              i32.load8_s offset=7
              i32.eqz
              if  ;; @8
                local.get 7
                i32.load offset=20 align=1
                local.tee 6
                i32.load offset=8 align=1
                local.get 9
                i32.eq
                if  ;; @9
                  local.get 6
                  i32.load16_u offset=16 align=1
                  i32.const 2052
                  i32.eq
                  if  ;; @10
                    local.get 3
                    local.get 6
                    i64.load align=1
                    i64.add
                    local.set 3
                    i32.const 0
                    local.get 8
                    i32.store offset=FUEL align=1
                    local.get 3
                    return
                  end
                  local.get 6
                  i32.load8_s offset=16
                  local.tee 9
                  i32.const 4
                  i32.eq
                  local.get 9
                  i32.const 5
                  i32.eq
                  i32.or
                  i32.const 15
                  i32.shl
                  i32.const exit(line2.1)
                  i32.or
                  local.set 6
                  br 2 (;@7;)
                end
              end
              i32.const exit(line2.1)
              local.set 6
            end
            i32.const 0
            local.get 6
            i32.store offset=LAST_EXIT align=1
            local.get 0
            local.get 7
            i64.extend_i32_u
            i64.store offset=32 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=40
            local.get 0
            local.get 3
            i64.store offset=48 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=56
            i32.const 0
            local.get 8
            i32.store offset=FUEL align=1
            local.get 1
            local.get 0
            i32.store align=1
            local.get 1
            local.get 0
            i32.const 80
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 1
            local.get 2
            i32.store offset=24 align=1
            local.get 1
            i32.const line2.1
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
        end
        i32.const exit(line2.0)
        local.set 9
      end
      i32.const 0
      local.get 9
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 6
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      local.get 0
      local.get 7
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=40
      i32.const 0
      local.get 8
      i32.store offset=FUEL align=1
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 80
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
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

  (func $line3_10 (type 5) (param i32 i32 i32 i64 i64 i64) (result i32)
    (local i32 i32 i32 i32 i32)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 6
      local.get 4
      i32.wrap_i64
      local.set 7
      local.get 5
      i32.wrap_i64
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 208
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 8
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 8
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 8
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 6
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        local.get 0
        local.get 7
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=40
        i32.const 0
        local.get 8
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 80
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line3.0
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
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        local.tee 2
        i32.load align=1
        local.set 9
        local.get 6
        i32.load8_s offset=7
        i32.eqz
        if  ;; @4
          local.get 6
          i32.load offset=20 align=1
          local.tee 10
          i32.load offset=8 align=1
          local.get 9
          i32.eq
          if  ;; @5
            local.get 10
            i32.load16_u offset=16 align=1
            i32.const 2052
            i32.ne
            if  ;; @6
              local.get 10
              i32.load8_s offset=16
              local.tee 9
              i32.const 4
              i32.eq
              local.get 9
              i32.const 5
              i32.eq
              i32.or
              i32.const 15
              i32.shl
              i32.const exit(line3.0)
              i32.or
              local.set 9
              br 3 (;@3;)
            end
            block  ;; @7
              local.get 10
              i64.load align=1
              local.set 3
              local.get 7
              i32.load8_s offset=7
              i32.eqz
              if  ;; @8
                local.get 7
                i32.load offset=20 align=1
                local.tee 6
                i32.load offset=8 align=1
                local.get 9
                i32.eq
                if  ;; @9
                  local.get 6
                  i32.load16_u offset=16 align=1
                  i32.const 2052
                  i32.eq
                  if  ;; @10
                    local.get 3
                    local.get 6
                    i64.load align=1
                    i64.lt_s
                    local.set 0
                    i32.const 0
                    local.get 8
                    i32.store offset=FUEL align=1
                    local.get 0
                    return
                  end
                  local.get 6
                  i32.load8_s offset=16
                  local.tee 9
                  i32.const 4
                  i32.eq
                  local.get 9
                  i32.const 5
                  i32.eq
                  i32.or
                  i32.const 15
                  i32.shl
                  i32.const exit(line3.1)
                  i32.or
                  local.set 6
                  br 2 (;@7;)
                end
              end
              i32.const exit(line3.1)
              local.set 6
            end
            i32.const 0
            local.get 6
            i32.store offset=LAST_EXIT align=1
            local.get 0
            local.get 7
            i64.extend_i32_u
            i64.store offset=32 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=40
            local.get 0
            local.get 3
            i64.store offset=48 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=56
            i32.const 0
            local.get 8
            i32.store offset=FUEL align=1
            local.get 1
            local.get 0
            i32.store align=1
            local.get 1
            local.get 0
            i32.const 80
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 1
            local.get 2
            i32.store offset=24 align=1
            local.get 1
            i32.const line3.1
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
        i32.const exit(line3.0)
        local.set 9
      end
      i32.const 0
      local.get 9
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 6
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      local.get 0
      local.get 7
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=40
      i32.const 0
      local.get 8
      i32.store offset=FUEL align=1
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 80
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.store offset=24 align=1
      local.get 1
      i32.const line3.0
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
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i32.const 0
  )

  (func $line4_13 (type 4) (param i32 i32 i32 i64 i64 i64) (result i64)
    (local i32 i32 i32 i32)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 6
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
      local.tee 7
      i32.load offset=12 align=1
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 7
      i32.load offset=24 align=1
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      i32.const -1
      i32.add
      local.tee 7
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 6
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        local.get 0
        local.get 4
        i64.store offset=32 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=40
        i32.const 0
        local.get 7
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
        i32.const line4.0
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
      block  ;; @3
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        local.tee 2
        i32.load align=1
        local.set 8
        local.get 6
        i32.load8_s offset=7
        i32.eqz
        if  ;; @4
          local.get 6
          i32.load offset=20 align=1
          local.tee 9
          i32.load offset=8 align=1
          local.get 8
          i32.eq
          if  ;; @5
            local.get 9
            i32.load16_u offset=16 align=1
            i32.const 2052
            i32.eq
            if  ;; @6
              local.get 9
              i64.load align=1
              local.get 4
              i64.add
              local.set 3
              i32.const 0
              local.get 7
              i32.store offset=FUEL align=1
              local.get 3
              return
            end
            local.get 9
            i32.load8_s offset=16
            local.tee 8
            i32.const 4
            i32.eq
            local.get 8
            i32.const 5
            i32.eq
            i32.or
            i32.const 15
            i32.shl
            i32.const exit(line4.0)
            i32.or
            local.set 8
            br 2 (;@3;)
          end
        end
        i32.const exit(line4.0)
        local.set 8
      end
      i32.const 0
      local.get 8
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 6
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      local.get 0
      local.get 4
      i64.store offset=32 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=40
      i32.const 0
      local.get 7
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
      i32.store offset=24 align=1
      local.get 1
      i32.const line4.0
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

  (func $line5_4 (type 4) (param i32 i32 i32 i64 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i64 i64)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 6
      local.get 4
      i32.wrap_i64
      local.set 7
      local.get 5
      i32.wrap_i64
      local.tee 8
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 224
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 9
      i32.load offset=12 align=1
      local.tee 10
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 9
      i32.load offset=24 align=1
      local.tee 9
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      local.tee 11
      i32.const -1
      i32.add
      local.tee 12
      i32.const 0
      i32.lt_s
      if  ;; @2
        local.get 0
        local.get 6
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        local.get 0
        local.get 7
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=40
        i32.const 0
        local.get 12
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
        i32.const line5.0
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
      block  ;; @3
        local.get 6
        i32.load offset=8 align=1
        local.tee 13
        i32.eqz
        br_if 0 (;@3;)
        local.get 13
        i32.load8_s offset=7
        i32.const 2
        i32.ne
        br_if 0 (;@3;)
        local.get 13
        i32.load offset=20 align=1
        local.tee 13
        i32.load offset=56 align=1
        i32.const 0
        i32.load offset=96 align=1
        i32.ne
        br_if 0 (;@3;)
        local.get 13
        i32.load16_u offset=64 align=1
        i32.const 2059
        i32.ne
        br_if 0 (;@3;)
        local.get 13
        i32.load offset=48 align=1
        local.tee 14
        i32.load offset=8 align=1
        local.tee 15
        i32.load offset=76 align=1
        i32.const 7
        i32.ne
        br_if 0 (;@3;)
        block  ;; @4
          block  ;; @5
            local.get 0
            i32.const 96
            i32.add
            local.set 16
            local.get 1
            i32.const 32
            i32.add
            local.set 17
            i32.const 0
            local.get 12
            i32.store offset=FUEL align=1
            local.get 6
            i64.extend_i32_u
            local.set 3
            local.get 7
            i64.extend_i32_u
            local.set 4
            local.get 8
            i32.const -1
            i32.add
            i32.const 0
            i32.le_s
            br_if 0 (;@5;)
            local.get 0
            i32.const 304
            i32.add
            local.get 10
            i32.gt_u
            br_if 0 (;@5;)
            local.get 17
            local.get 9
            i32.ge_u
            br_if 0 (;@5;)
            local.get 11
            i32.const -2
            i32.add
            local.tee 8
            i32.const 0
            i32.lt_s
            if  ;; @6
              local.get 16
              local.get 3
              i64.store offset=16 align=1
              local.get 16
              i32.const 10
              i32.store8 offset=24
              local.get 16
              local.get 4
              i64.store offset=32 align=1
              local.get 16
              i32.const 10
              i32.store8 offset=40
              i32.const 0
              local.get 8
              i32.store offset=FUEL align=1
              local.get 17
              local.get 16
              i32.store align=1
              local.get 17
              local.get 0
              i32.const 176
              i32.add
              i64.extend_i32_u
              i64.store offset=8 align=1
              local.get 17
              local.get 15
              i32.load offset=16 align=1
              i32.store offset=24 align=1
              local.get 17
              i32.const line2.0
              i32.store offset=4 align=1
              i32.const 0
              local.get 17
              i32.store offset=FRAME align=1
              i32.const 4
              local.set 6
              br 2 (;@4;)
            end
            block  ;; @7
              local.get 15
              i32.load offset=16 align=1
              local.tee 9
              i32.load align=1
              local.set 15
              local.get 6
              i32.load8_s offset=7
              i32.eqz
              if  ;; @8
                local.get 6
                i32.load offset=20 align=1
                local.tee 6
                i32.load offset=8 align=1
                local.tee 18
                local.get 15
                i32.eq
                if  ;; @9
                  local.get 6
                  i32.load16_u offset=16 align=1
                  i32.const 2052
                  i32.ne
                  if  ;; @10
                    local.get 6
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
                    i32.const exit(line2.0)
                    i32.or
                    local.set 6
                    br 3 (;@7;)
                  end
                  block  ;; @11
                    local.get 6
                    i64.load align=1
                    local.set 5
                    local.get 7
                    i32.load8_s offset=7
                    i32.eqz
                    if  ;; @12
                      local.get 7
                      i32.load offset=20 align=1
                      local.tee 6
                      i32.load offset=8 align=1
                      local.tee 7
                      local.get 15
                      i32.eq
                      if  ;; @13
                        local.get 6
                        i32.load16_u offset=16 align=1
                        i32.const 2052
                        i32.ne
                        if  ;; @14
                          local.get 6
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
                          i32.const exit(line2.1)
                          i32.or
                          local.set 6
                          br 3 (;@11;)
                        end
                        block  ;; @15
                          local.get 5
                          local.get 6
                          i64.load align=1
                          local.tee 19
                          i64.add
                          local.set 20
                          i32.const 0
                          local.get 8
                          i32.store offset=FUEL align=1
                          local.get 13
                          i32.load offset=80 align=1
                          i32.const 0
                          i32.load offset=156 align=1
                          i32.ne
                          br_if 0 (;@15;)
                          local.get 13
                          i32.load16_u offset=88 align=1
                          i32.const 2059
                          i32.ne
                          br_if 0 (;@15;)
                          local.get 13
                          i32.load offset=72 align=1
                          local.tee 6
                          i32.load offset=8 align=1
                          local.tee 9
                          i32.load offset=76 align=1
                          i32.const 10
                          i32.ne
                          br_if 0 (;@15;)
                          i32.const 0
                          local.get 8
                          i32.store offset=FUEL align=1
                          local.get 11
                          i32.const -3
                          i32.add
                          local.tee 12
                          i32.const 0
                          i32.ge_s
                          if  ;; @16
                            local.get 18
                            local.get 9
                            i32.load offset=16 align=1
                            local.tee 9
                            i32.load align=1
                            local.tee 14
                            i32.eq
                            if  ;; @17
                              local.get 7
                              local.get 14
                              i32.eq
                              if  ;; @18
                                block  ;; @19
                                  i32.const 0
                                  local.get 12
                                  i32.store offset=FUEL align=1
                                  local.get 5
                                  local.get 19
                                  i64.lt_s
                                  if  ;; @20
                                    block  ;; @21
                                      local.get 0
                                      i32.const 256
                                      i32.add
                                      local.get 10
                                      i32.gt_u
                                      br_if 0 (;@21;)
                                      local.get 13
                                      i32.load offset=8 align=1
                                      i32.const 0
                                      i32.load offset=88 align=1
                                      i32.ne
                                      br_if 0 (;@21;)
                                      local.get 13
                                      i32.load16_u offset=16 align=1
                                      i32.const 2059
                                      i32.ne
                                      br_if 0 (;@21;)
                                      local.get 13
                                      i32.load align=1
                                      local.tee 6
                                      i32.load offset=8 align=1
                                      local.tee 7
                                      i32.load offset=76 align=1
                                      i32.const 13
                                      i32.ne
                                      br_if 0 (;@21;)
                                      local.get 0
                                      i32.const 64
                                      i32.add
                                      local.set 8
                                      i32.const 0
                                      local.get 12
                                      i32.store offset=FUEL align=1
                                      local.get 11
                                      i32.const -4
                                      i32.add
                                      local.tee 9
                                      i32.const 0
                                      i32.ge_s
                                      if  ;; @22
                                        local.get 18
                                        local.get 7
                                        i32.load offset=16 align=1
                                        local.tee 7
                                        i32.load align=1
                                        i32.eq
                                        if  ;; @23
                                          i32.const 0
                                          local.get 9
                                          i32.store offset=FUEL align=1
                                          local.get 9
                                          local.get 5
                                          i64.const 1
                                          i64.add
                                          local.get 20
                                          i64.add
                                          local.set 20
                                          local.set 12
                                          br 4 (;@19;)
                                        end
                                        i32.const 0
                                        i32.const exit(line4.0)
                                        i32.store offset=LAST_EXIT align=1
                                        local.get 8
                                        local.get 3
                                        i64.store offset=16 align=1
                                        local.get 8
                                        i32.const 10
                                        i32.store8 offset=24
                                        local.get 8
                                        i64.const 1
                                        i64.store offset=32 align=1
                                        local.get 8
                                        i32.const 4
                                        i32.store8 offset=40
                                        i32.const 0
                                        local.get 9
                                        i32.store offset=FUEL align=1
                                        local.get 17
                                        local.get 8
                                        i32.store align=1
                                        local.get 17
                                        local.get 0
                                        i32.const 128
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 17
                                        local.get 7
                                        i32.store offset=24 align=1
                                        local.get 17
                                        i32.const line4.0
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 17
                                        i32.store offset=FRAME align=1
                                        i32.const -1
                                        local.set 7
                                      else
                                        local.get 8
                                        local.get 3
                                        i64.store offset=16 align=1
                                        local.get 8
                                        i32.const 10
                                        i32.store8 offset=24
                                        local.get 8
                                        i64.const 1
                                        i64.store offset=32 align=1
                                        local.get 8
                                        i32.const 4
                                        i32.store8 offset=40
                                        i32.const 0
                                        local.get 9
                                        i32.store offset=FUEL align=1
                                        local.get 17
                                        local.get 8
                                        i32.store align=1
                                        local.get 17
                                        local.get 0
                                        i32.const 128
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 17
                                        local.get 7
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 17
                                        i32.const line4.0
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 17
                                        i32.store offset=FRAME align=1
                                        i32.const 4
                                        local.set 7
                                      end
                                      local.get 7
                                      i32.const -8
                                      i32.eq
                                      if  ;; @24
                                        local.get 0
                                        local.get 20
                                        i64.store offset=48 align=1
                                        local.get 0
                                        i32.const 4
                                        i32.store8 offset=56
                                        local.get 0
                                        local.get 3
                                        i64.store offset=64 align=1
                                        local.get 0
                                        i32.const 10
                                        i32.store8 offset=72
                                        local.get 0
                                        i64.const 1
                                        i64.store offset=80 align=1
                                        local.get 0
                                        i32.const 4
                                        i32.store8 offset=88
                                        i32.const 0
                                        local.get 12
                                        i32.store offset=FUEL align=1
                                        local.get 1
                                        local.get 0
                                        i32.store align=1
                                        local.get 1
                                        local.get 16
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 1
                                        local.get 2
                                        i32.load offset=8 align=1
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 1
                                        i32.const line5.5
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
                                      local.get 0
                                      local.get 20
                                      i64.store offset=48 align=1
                                      local.get 0
                                      i32.const 4
                                      i32.store8 offset=56
                                      local.get 1
                                      i64.const 1
                                      i64.store offset=48 align=1
                                      i32.const 0
                                      i32.load offset=TAILED_FRAME align=1
                                      local.tee 8
                                      local.get 17
                                      i32.eq
                                      if  ;; @25
                                        local.get 8
                                        i32.const 4
                                        i32.store offset=20 align=1
                                        i32.const 0
                                        i32.const 0
                                        i32.store offset=TAILED_FRAME align=1
                                      else
                                        local.get 0
                                        local.get 6
                                        i64.extend_i32_u
                                        i64.store offset=64 align=1
                                        local.get 0
                                        i32.const 11
                                        i32.store8 offset=72
                                      end
                                      local.get 1
                                      local.get 0
                                      i32.store align=1
                                      local.get 1
                                      local.get 16
                                      i64.extend_i32_u
                                      i64.store offset=8 align=1
                                      local.get 1
                                      local.get 2
                                      i32.load offset=8 align=1
                                      i32.load offset=16 align=1
                                      i32.store offset=24 align=1
                                      local.get 1
                                      i32.const line5.6
                                      i32.store offset=4 align=1
                                      i32.const 0
                                      local.get 7
                                      i32.store offset=COMPILED_STATUS align=1
                                      i64.const 0
                                      return
                                    end
                                    i32.const 0
                                    i32.const exit(line5.5)
                                    i32.store offset=LAST_EXIT align=1
                                    local.get 0
                                    local.get 20
                                    i64.store offset=48 align=1
                                    local.get 0
                                    i32.const 4
                                    i32.store8 offset=56
                                    local.get 0
                                    local.get 3
                                    i64.store offset=64 align=1
                                    local.get 0
                                    i32.const 10
                                    i32.store8 offset=72
                                    local.get 0
                                    i64.const 1
                                    i64.store offset=80 align=1
                                    local.get 0
                                    i32.const 4
                                    i32.store8 offset=88
                                    i32.const 0
                                    local.get 12
                                    i32.store offset=FUEL align=1
                                    local.get 1
                                    local.get 0
                                    i32.store align=1
                                    local.get 1
                                    local.get 16
                                    i64.extend_i32_u
                                    i64.store offset=8 align=1
                                    local.get 1
                                    local.get 2
                                    i32.load offset=8 align=1
                                    i32.load offset=16 align=1
                                    i32.store offset=24 align=1
                                    local.get 1
                                    i32.const line5.5
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
                                end
                                i32.const 0
                                local.get 12
                                i32.store offset=FUEL align=1
                                local.get 20
                                return
                              end
                              i32.const 0
                              i32.const exit(line3.1)
                              i32.store offset=LAST_EXIT align=1
                              local.get 16
                              local.get 4
                              i64.store offset=32 align=1
                              local.get 16
                              i32.const 10
                              i32.store8 offset=40
                              local.get 16
                              local.get 5
                              i64.store offset=48 align=1
                              local.get 16
                              i32.const 4
                              i32.store8 offset=56
                              i32.const 0
                              local.get 12
                              i32.store offset=FUEL align=1
                              local.get 17
                              local.get 16
                              i32.store align=1
                              local.get 17
                              local.get 0
                              i32.const 176
                              i32.add
                              i64.extend_i32_u
                              i64.store offset=8 align=1
                              local.get 17
                              local.get 9
                              i32.store offset=24 align=1
                              local.get 17
                              i32.const line3.1
                              i32.store offset=4 align=1
                              i32.const 0
                              local.get 17
                              i32.store offset=FRAME align=1
                              i32.const -1
                              local.set 7
                            else
                              i32.const 0
                              i32.const exit(line3.0)
                              i32.store offset=LAST_EXIT align=1
                              local.get 16
                              local.get 3
                              i64.store offset=16 align=1
                              local.get 16
                              i32.const 10
                              i32.store8 offset=24
                              local.get 16
                              local.get 4
                              i64.store offset=32 align=1
                              local.get 16
                              i32.const 10
                              i32.store8 offset=40
                              i32.const 0
                              local.get 12
                              i32.store offset=FUEL align=1
                              local.get 17
                              local.get 16
                              i32.store align=1
                              local.get 17
                              local.get 0
                              i32.const 176
                              i32.add
                              i64.extend_i32_u
                              i64.store offset=8 align=1
                              local.get 17
                              local.get 9
                              i32.store offset=24 align=1
                              local.get 17
                              i32.const line3.0
                              i32.store offset=4 align=1
                              i32.const 0
                              local.get 17
                              i32.store offset=FRAME align=1
                              i32.const -1
                              local.set 7
                            end
                          else
                            local.get 16
                            local.get 3
                            i64.store offset=16 align=1
                            local.get 16
                            i32.const 10
                            i32.store8 offset=24
                            local.get 16
                            local.get 4
                            i64.store offset=32 align=1
                            local.get 16
                            i32.const 10
                            i32.store8 offset=40
                            i32.const 0
                            local.get 12
                            i32.store offset=FUEL align=1
                            local.get 17
                            local.get 16
                            i32.store align=1
                            local.get 17
                            local.get 0
                            i32.const 176
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 17
                            local.get 9
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 17
                            i32.const line3.0
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 17
                            i32.store offset=FRAME align=1
                            i32.const 4
                            local.set 7
                          end
                          local.get 7
                          i32.const -8
                          i32.eq
                          if  ;; @26
                            local.get 0
                            local.get 3
                            i64.store offset=16 align=1
                            local.get 0
                            i32.const 10
                            i32.store8 offset=24
                            local.get 0
                            local.get 4
                            i64.store offset=32 align=1
                            local.get 0
                            i32.const 10
                            i32.store8 offset=40
                            local.get 0
                            local.get 20
                            i64.store offset=48 align=1
                            local.get 0
                            i32.const 4
                            i32.store8 offset=56
                            i32.const 0
                            local.get 8
                            i32.store offset=FUEL align=1
                            local.get 1
                            local.get 0
                            i32.store align=1
                            local.get 1
                            local.get 16
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 1
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 1
                            i32.const line5.1
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
                          local.get 0
                          local.get 3
                          i64.store offset=16 align=1
                          local.get 0
                          i32.const 10
                          i32.store8 offset=24
                          local.get 0
                          local.get 4
                          i64.store offset=32 align=1
                          local.get 0
                          i32.const 10
                          i32.store8 offset=40
                          local.get 0
                          local.get 20
                          i64.store offset=48 align=1
                          local.get 0
                          i32.const 4
                          i32.store8 offset=56
                          local.get 1
                          i64.const 35184372088833
                          i64.store offset=48 align=1
                          i32.const 0
                          i32.load offset=TAILED_FRAME align=1
                          local.tee 8
                          local.get 17
                          i32.eq
                          if  ;; @27
                            local.get 8
                            i32.const 8196
                            i32.store offset=20 align=1
                            i32.const 0
                            i32.const 0
                            i32.store offset=TAILED_FRAME align=1
                          else
                            local.get 0
                            local.get 6
                            i64.extend_i32_u
                            i64.store offset=96 align=1
                            local.get 0
                            i32.const 11
                            i32.store8 offset=104
                          end
                          local.get 1
                          local.get 0
                          i32.store align=1
                          local.get 1
                          local.get 16
                          i64.extend_i32_u
                          i64.store offset=8 align=1
                          local.get 1
                          local.get 2
                          i32.load offset=8 align=1
                          i32.load offset=16 align=1
                          i32.store offset=24 align=1
                          local.get 1
                          i32.const line5.2
                          i32.store offset=4 align=1
                          i32.const 0
                          local.get 7
                          i32.store offset=COMPILED_STATUS align=1
                          i64.const 0
                          return
                        end
                        i32.const 0
                        i32.const exit(line5.1)
                        i32.store offset=LAST_EXIT align=1
                        local.get 0
                        local.get 3
                        i64.store offset=16 align=1
                        local.get 0
                        i32.const 10
                        i32.store8 offset=24
                        local.get 0
                        local.get 4
                        i64.store offset=32 align=1
                        local.get 0
                        i32.const 10
                        i32.store8 offset=40
                        local.get 0
                        local.get 20
                        i64.store offset=48 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=56
                        i32.const 0
                        local.get 8
                        i32.store offset=FUEL align=1
                        local.get 1
                        local.get 0
                        i32.store align=1
                        local.get 1
                        local.get 16
                        i64.extend_i32_u
                        i64.store offset=8 align=1
                        local.get 1
                        local.get 2
                        i32.load offset=8 align=1
                        i32.load offset=16 align=1
                        i32.store offset=24 align=1
                        local.get 1
                        i32.const line5.1
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
                    end
                    i32.const exit(line2.1)
                    local.set 6
                  end
                  i32.const 0
                  local.get 6
                  i32.store offset=LAST_EXIT align=1
                  local.get 16
                  local.get 4
                  i64.store offset=32 align=1
                  local.get 16
                  i32.const 10
                  i32.store8 offset=40
                  local.get 16
                  local.get 5
                  i64.store offset=48 align=1
                  local.get 16
                  i32.const 4
                  i32.store8 offset=56
                  i32.const 0
                  local.get 8
                  i32.store offset=FUEL align=1
                  local.get 17
                  local.get 16
                  i32.store align=1
                  local.get 17
                  local.get 0
                  i32.const 176
                  i32.add
                  i64.extend_i32_u
                  i64.store offset=8 align=1
                  local.get 17
                  local.get 9
                  i32.store offset=24 align=1
                  local.get 17
                  i32.const line2.1
                  i32.store offset=4 align=1
                  i32.const 0
                  local.get 17
                  i32.store offset=FRAME align=1
                  i32.const -1
                  local.set 6
                  br 4 (;@4;)
                end
              end
              i32.const exit(line2.0)
              local.set 6
            end
            i32.const 0
            local.get 6
            i32.store offset=LAST_EXIT align=1
            local.get 16
            local.get 3
            i64.store offset=16 align=1
            local.get 16
            i32.const 10
            i32.store8 offset=24
            local.get 16
            local.get 4
            i64.store offset=32 align=1
            local.get 16
            i32.const 10
            i32.store8 offset=40
            i32.const 0
            local.get 8
            i32.store offset=FUEL align=1
            local.get 17
            local.get 16
            i32.store align=1
            local.get 17
            local.get 0
            i32.const 176
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 17
            local.get 9
            i32.store offset=24 align=1
            local.get 17
            i32.const line2.0
            i32.store offset=4 align=1
            i32.const 0
            local.get 17
            i32.store offset=FRAME align=1
            i32.const -1
            local.set 6
            br 1 (;@4;)
          end
          i32.const -8
          local.set 6
        end
        local.get 6
        i32.const -8
        i32.eq
        if  ;; @28
          local.get 0
          local.get 3
          i64.store offset=16 align=1
          local.get 0
          i32.const 10
          i32.store8 offset=24
          local.get 0
          local.get 4
          i64.store offset=32 align=1
          local.get 0
          i32.const 10
          i32.store8 offset=40
          i32.const 0
          local.get 12
          i32.store offset=FUEL align=1
          local.get 1
          local.get 0
          i32.store align=1
          local.get 1
          local.get 16
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 1
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 1
          i32.const line5.0
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
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        local.get 0
        local.get 4
        i64.store offset=32 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=40
        local.get 1
        i64.const 35184372088833
        i64.store offset=48 align=1
        i32.const 0
        i32.load offset=TAILED_FRAME align=1
        local.tee 7
        local.get 17
        i32.eq
        if  ;; @29
          local.get 7
          i32.const 8196
          i32.store offset=20 align=1
          i32.const 0
          i32.const 0
          i32.store offset=TAILED_FRAME align=1
        else
          local.get 0
          local.get 14
          i64.extend_i32_u
          i64.store offset=96 align=1
          local.get 0
          i32.const 11
          i32.store8 offset=104
        end
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 16
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line5.1
        i32.store offset=4 align=1
        i32.const 0
        local.get 6
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
      end
      i32.const 0
      i32.const exit(line5.0)
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 6
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      local.get 0
      local.get 7
      i64.extend_i32_u
      i64.store offset=32 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=40
      i32.const 0
      local.get 12
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
      i32.const line5.0
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
