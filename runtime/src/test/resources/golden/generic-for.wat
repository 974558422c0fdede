  (func $line1_4 (type 4) (param i32 i32 i32 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32 i32 i64)
    block  ;; @1
      local.get 3
      i32.wrap_i64
      local.set 5
      local.get 4
      i32.wrap_i64
      local.tee 6
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 288
      i32.add
      i32.const 0
      i32.load offset=COROUTINE align=1
      local.tee 7
      i32.load offset=12 align=1
      local.tee 8
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 7
      i32.load offset=24 align=1
      local.tee 7
      i32.ge_u
      br_if 0 (;@1;)
      i32.const 0
      i32.load offset=FUEL align=1
      local.set 9
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 160
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      local.tee 10
      i32.store offset=24 align=1
      i32.const 0
      local.get 1
      i32.store offset=FRAME align=1
      local.get 9
      i32.const -1
      i32.add
      local.tee 11
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
        local.get 11
        i32.store offset=FUEL align=1
        local.get 1
        i32.const line1.0
        i32.store offset=4 align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
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
        local.get 10
        i32.load align=1
        local.set 10
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
        i32.load offset=656 align=1
        local.get 10
        i32.ne
        br_if 0 (;@3;)
        local.get 2
        i32.load16_u offset=664 align=1
        local.tee 10
        i32.const -2049
        i32.add
        i32.const 127
        i32.ge_u
        br_if 0 (;@3;)
        block  ;; @4
          block  ;; @5
            local.get 0
            local.get 2
            i64.load offset=648 align=1
            i64.store offset=48 align=1
            local.get 0
            local.get 10
            i32.const -2048
            i32.add
            i32.store8 offset=56
            local.get 0
            i32.load8_s offset=56
            i32.const 6
            i32.ne
            br_if 0 (;@5;)
            local.get 0
            i32.load offset=48 align=1
            i32.const 4
            i32.ne
            br_if 0 (;@5;)
            local.get 1
            i32.const 32
            i32.add
            local.set 2
            local.get 0
            i32.const 544
            i32.add
            local.get 8
            i32.gt_u
            br_if 0 (;@5;)
            local.get 2
            local.get 7
            i32.ge_u
            br_if 0 (;@5;)
            local.get 0
            local.get 5
            i64.extend_i32_u
            i64.store offset=64 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=72
            local.get 0
            i64.const 128
            i64.store offset=48 align=1
            local.get 0
            i32.const 6
            i32.store8 offset=56
            local.get 0
            i64.const 0
            i64.store offset=80 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=88
            local.get 0
            i32.const 0
            i32.store8 offset=104
            local.get 9
            i32.const -2
            i32.add
            local.tee 2
            i32.const 0
            i32.ge_s
            br_if 1 (;@4;)
            local.get 0
            i64.const 0
            i64.store offset=32 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=40
            i32.const 0
            local.get 2
            i32.store offset=FUEL align=1
            local.get 1
            i32.const line1.4
            i32.store offset=4 align=1
            i32.const 0
            i32.const 4
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          local.get 0
          i64.const 0
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          local.get 0
          local.get 5
          i64.extend_i32_u
          i64.store offset=64 align=1
          local.get 0
          i32.const 10
          i32.store8 offset=72
          i32.const 0
          local.get 11
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 6
          i32.store offset=COMPILED_ROOM align=1
          i32.const 84017734
          local.get 1
          i32.const line1.4
          call $call
          local.tee 2
          if  ;; @6
            i32.const 0
            local.get 2
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 2
        end
        local.get 0
        i32.load8_s offset=104
        i32.const 1
        i32.le_s
        if  ;; @7
          i64.const 0
          local.set 3
        else
          local.get 0
          i64.const 0
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          i32.const 0
          local.get 2
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 6
          i32.store offset=COMPILED_ROOM align=1
          local.get 1
          i32.const line1.5
          i32.const line1.6
          call $general
          local.tee 2
          if  ;; @8
            i32.const 0
            local.get 2
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          i32.const 0
          i32.load offset=FUEL align=1
          i64.const 0
          local.set 3
          local.set 2
        end
        block  ;; @9
          block  ;; @10
            block  ;; @11
              block  ;; @12
                block  ;; @13
                  block  ;; @14
                    loop  ;; @15
                      block  ;; @16
                        block  ;; @17
                          local.get 0
                          i32.load8_s offset=56
                          i32.const 6
                          i32.ne
                          br_if 0 (;@17;)
                          local.get 0
                          i32.load offset=48 align=1
                          i32.const 128
                          i32.ne
                          br_if 0 (;@17;)
                          local.get 0
                          i32.load8_s offset=72
                          i32.const 10
                          i32.ne
                          br_if 0 (;@17;)
                          local.get 0
                          i32.load offset=64 align=1
                          local.set 5
                          local.get 0
                          i32.load8_s offset=88
                          i32.const 4
                          i32.ne
                          br_if 0 (;@17;)
                          local.get 0
                          i64.load offset=80 align=1
                          local.tee 4
                          local.get 5
                          i32.load offset=16 align=1
                          i64.extend_i32_u
                          i64.ge_u
                          br_if 0 (;@17;)
                          local.get 5
                          i32.load offset=12 align=1
                          local.tee 5
                          local.get 4
                          i32.wrap_i64
                          local.tee 7
                          i32.add
                          i32.load8_s
                          local.tee 8
                          i32.const 0
                          i32.le_s
                          br_if 0 (;@17;)
                          local.get 0
                          local.get 4
                          i64.const 1
                          i64.add
                          i64.store offset=112 align=1
                          local.get 0
                          i32.const 4
                          i32.store8 offset=120
                          local.get 0
                          local.get 5
                          local.get 7
                          i32.const 1
                          i32.add
                          i32.const 3
                          i32.shl
                          i32.sub
                          i64.load align=1
                          i64.store offset=128 align=1
                          local.get 0
                          local.get 8
                          i32.store8 offset=136
                          local.get 2
                          i32.const -1
                          i32.add
                          local.tee 5
                          i32.const 0
                          i32.ge_s
                          br_if 1 (;@16;)
                          br 3 (;@14;)
                        end
                        local.get 0
                        local.get 3
                        i64.store offset=32 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=40
                        i32.const 0
                        local.get 2
                        i32.store offset=FUEL align=1
                        i32.const 0
                        local.get 6
                        i32.store offset=COMPILED_ROOM align=1
                        local.get 1
                        i32.const line1.7
                        i32.const line1.7
                        call $general
                        local.tee 5
                        if  ;; @18
                          br 4 (;@13;)
                        end
                        i32.const 0
                        i32.load offset=FUEL align=1
                        local.set 5
                      end
                      local.get 0
                      i32.load8_s offset=120
                      local.tee 7
                      i32.eqz
                      if  ;; @19
                        br 7 (;@9;)
                      end
                      local.get 7
                      i32.const 4
                      i32.ne
                      if  ;; @20
                        br 6 (;@10;)
                      end
                      local.get 0
                      i64.load offset=112 align=1
                      local.set 4
                      local.get 0
                      i32.load8_s offset=136
                      i32.const 4
                      i32.ne
                      if  ;; @21
                        br 5 (;@11;)
                      end
                      local.get 0
                      i64.load offset=128 align=1
                      local.set 12
                      local.get 5
                      i32.const -1
                      i32.add
                      local.tee 2
                      i32.const 0
                      i32.lt_s
                      if  ;; @22
                        br 4 (;@12;)
                      end
                      local.get 0
                      local.get 4
                      i64.store offset=80 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=88
                      local.get 3
                      local.get 12
                      i64.add
                      local.set 3
                      br 0 (;@15;)
                    end
                  end
                  local.get 0
                  local.get 3
                  i64.store offset=32 align=1
                  local.get 0
                  i32.const 4
                  i32.store8 offset=40
                  i32.const 0
                  local.get 5
                  i32.store offset=FUEL align=1
                  local.get 1
                  i32.const line1.7
                  i32.store offset=4 align=1
                  i32.const 0
                  i32.const 4
                  i32.store offset=COMPILED_STATUS align=1
                  i64.const 0
                  return
                end
                i32.const 0
                local.get 5
                i32.store offset=COMPILED_STATUS align=1
                i64.const 0
                return
              end
              local.get 0
              local.get 3
              i64.store offset=32 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=40
              local.get 0
              local.get 4
              i64.store offset=80 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=88
              local.get 0
              local.get 12
              i64.store offset=128 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=136
              i32.const 0
              local.get 2
              i32.store offset=FUEL align=1
              local.get 1
              i32.const line1.5
              i32.store offset=4 align=1
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
            local.get 3
            i64.store offset=32 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=40
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 1
            i32.const line1.7
            i32.store offset=4 align=1
            i32.const 0
            i32.const -1
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          i32.const 0
          i32.const exit(line1.6)
          i32.store offset=LAST_EXIT align=1
          local.get 0
          local.get 3
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 1
          i32.const line1.7
          i32.store offset=4 align=1
          i32.const 0
          i32.const -1
          i32.store offset=COMPILED_STATUS align=1
          i64.const 0
          return
        end
        i32.const 0
        i32.load offset=COROUTINE align=1
        i32.load offset=36 align=1
        local.get 0
        i32.const 48
        i32.add
        i32.ge_u
        if  ;; @23
          local.get 0
          local.get 3
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 6
          i32.store offset=COMPILED_ROOM align=1
          local.get 1
          i32.const line1.9
          i32.const line1.9
          call $general
          local.tee 2
          if  ;; @24
            i32.const 0
            local.get 2
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 5
        end
        local.get 1
        i32.load offset=20 align=1
        i32.const -10245
        i32.and
        if  ;; @25
          local.get 0
          local.get 3
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 6
          i32.store offset=COMPILED_ROOM align=1
          i32.const 0
          local.get 1
          i32.const line1.10
          call $leave
          local.tee 0
          i32.const -9
          local.get 0
          select
          i32.store offset=COMPILED_STATUS align=1
          i64.const 0
          return
        end
        i32.const 0
        local.get 5
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 1
        i32.const -32
        i32.add
        i32.store offset=FRAME align=1
        local.get 3
        return
      end
      i32.const 0
      i32.const exit(line1.1)
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 5
      i64.extend_i32_u
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      local.get 0
      i64.const 0
      i64.store offset=32 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=40
      i32.const 0
      local.get 11
      i32.store offset=FUEL align=1
      local.get 1
      i32.const line1.1
      i32.store offset=4 align=1
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
