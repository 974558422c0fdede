  (func $line3_8 (type 5) (param i32 i32 i32 i64 i64 i64)
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
        i32.const line3.0
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
            local.tee 8
            i32.const 2052
            i32.ne
            if  ;; @6
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
              i32.const exit(line3.0)
              i32.or
              local.set 8
              br 3 (;@3;)
            end
            local.get 9
            i64.load align=1
            local.get 4
            i64.add
            local.set 3
            local.get 8
            i32.const -2049
            i32.add
            i32.const 127
            i32.lt_u
            if  ;; @7
              local.get 9
              local.get 3
              i64.store align=1
              local.get 9
              i32.const 4
              i32.store8 offset=16
              i32.const 0
              local.get 7
              i32.store offset=FUEL align=1
              return
            end
            i32.const 0
            i32.const exit(line3.2)
            i32.store offset=LAST_EXIT align=1
            local.get 0
            local.get 6
            i64.extend_i32_u
            i64.store offset=16 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=24
            local.get 0
            local.get 3
            i64.store offset=48 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=56
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
            i32.const line3.2
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
        i32.const exit(line3.0)
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
      i32.const line3.0
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

  (func $line6_4 (type 4) (param i32 i32 i32 i64 i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i64 i64)
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
      i32.const 272
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
        local.get 5
        i64.extend_i32_u
        i64.store offset=16 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=24
        i32.const 0
        local.get 7
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 144
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line6.0
        i32.store offset=4 align=1
        i32.const 0
        local.get 1
        i32.store offset=FRAME align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        return
      end
      local.get 0
      local.get 5
      i64.extend_i32_u
      local.tee 3
      i64.store offset=16 align=1
      local.get 0
      i32.const 10
      i32.store8 offset=24
      i64.const 9
      local.set 4
      block  ;; @3
        block  ;; @4
          block  ;; @5
            block  ;; @6
              block  ;; @7
                block  ;; @8
                  block  ;; @9
                    block  ;; @10
                      block  ;; @11
                        block  ;; @12
                          block  ;; @13
                            loop  ;; @14
                              block  ;; @15
                                block  ;; @16
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.load align=1
                                  local.set 8
                                  local.get 5
                                  i32.load align=1
                                  i32.const 1
                                  i32.and
                                  if  ;; @17
                                    i32.const 1
                                    local.get 5
                                    i32.load8_s offset=7
                                    i32.shl
                                    i32.const -1
                                    i32.add
                                    i32.const 61274083
                                    i32.and
                                    i32.const 24
                                    i32.mul
                                    local.get 5
                                    i32.load offset=20 align=1
                                    i32.add
                                    local.set 9
                                    loop  ;; @18
                                      local.get 9
                                      i32.load offset=8 align=1
                                      local.get 8
                                      i32.eq
                                      if  ;; @19
                                        br 3 (;@16;)
                                      end
                                      local.get 9
                                      i32.load offset=20 align=1
                                      local.tee 9
                                      br_if 0 (;@18;)
                                    end
                                  end
                                  local.get 5
                                  i32.load offset=8 align=1
                                  local.tee 9
                                  i32.eqz
                                  br_if 0 (;@16;)
                                  local.get 9
                                  i32.load8_s offset=7
                                  i32.const 1
                                  i32.ne
                                  br_if 0 (;@16;)
                                  local.get 9
                                  i32.load offset=20 align=1
                                  local.tee 9
                                  i32.load offset=8 align=1
                                  i32.const 0
                                  i32.load offset=64 align=1
                                  i32.ne
                                  br_if 0 (;@16;)
                                  local.get 9
                                  i32.load16_u offset=16 align=1
                                  i32.const 2058
                                  i32.ne
                                  br_if 0 (;@16;)
                                  local.get 9
                                  i32.load align=1
                                  local.tee 9
                                  i32.load8_s offset=7
                                  i32.const 1
                                  i32.ne
                                  br_if 0 (;@16;)
                                  local.get 9
                                  i32.load offset=20 align=1
                                  i32.const 24
                                  i32.add
                                  local.tee 9
                                  i32.load offset=8 align=1
                                  local.get 8
                                  i32.eq
                                  br_if 1 (;@15;)
                                end
                                local.get 5
                                local.get 8
                                call $method
                                local.set 9
                              end
                              local.get 9
                              i32.load16_u offset=16 align=1
                              i32.const 2059
                              i32.ne
                              if  ;; @20
                                br 12 (;@3;)
                              end
                              local.get 9
                              i32.load align=1
                              local.tee 8
                              i32.load offset=8 align=1
                              local.tee 9
                              i32.load offset=76 align=1
                              i32.const 8
                              i32.ne
                              if  ;; @21
                                br 11 (;@4;)
                              end
                              local.get 0
                              i32.const 96
                              i32.add
                              local.set 10
                              local.get 1
                              i32.const 32
                              i32.add
                              local.set 11
                              i32.const 0
                              local.get 7
                              i32.store offset=FUEL align=1
                              local.get 6
                              i32.const -1
                              i32.add
                              i32.const 0
                              i32.le_s
                              if  ;; @22
                                br 9 (;@6;)
                              end
                              local.get 0
                              i32.const 288
                              i32.add
                              i32.const 0
                              i32.load offset=COROUTINE align=1
                              local.tee 12
                              i32.load offset=12 align=1
                              i32.gt_u
                              if  ;; @23
                                br 9 (;@6;)
                              end
                              local.get 11
                              local.get 12
                              i32.load offset=24 align=1
                              i32.ge_u
                              if  ;; @24
                                br 9 (;@6;)
                              end
                              local.get 7
                              i32.const -1
                              i32.add
                              local.tee 12
                              i32.const 0
                              i32.lt_s
                              if  ;; @25
                                br 8 (;@7;)
                              end
                              local.get 9
                              i32.load offset=16 align=1
                              local.tee 9
                              i32.load align=1
                              local.set 13
                              local.get 5
                              i32.load8_s offset=7
                              if  ;; @26
                                br 6 (;@9;)
                              end
                              local.get 5
                              i32.load offset=20 align=1
                              local.tee 14
                              i32.load offset=8 align=1
                              local.get 13
                              i32.ne
                              if  ;; @27
                                br 6 (;@9;)
                              end
                              local.get 14
                              i32.load16_u offset=16 align=1
                              local.tee 13
                              i32.const 2052
                              i32.ne
                              if  ;; @28
                                br 5 (;@10;)
                              end
                              local.get 14
                              i64.load align=1
                              i64.const 10
                              local.get 4
                              i64.sub
                              local.tee 15
                              i64.add
                              local.set 16
                              local.get 13
                              i32.const -2049
                              i32.add
                              i32.const 127
                              i32.ge_u
                              if  ;; @29
                                br 4 (;@11;)
                              end
                              local.get 14
                              local.get 16
                              i64.store align=1
                              local.get 14
                              i32.const 4
                              i32.store8 offset=16
                              i32.const 0
                              local.get 12
                              i32.store offset=FUEL align=1
                              local.get 15
                              i64.const 1
                              i64.add
                              local.set 15
                              local.get 4
                              i64.eqz
                              if  ;; @30
                                br 2 (;@13;)
                              end
                              local.get 4
                              i64.const -1
                              i64.add
                              local.set 4
                              local.get 7
                              i32.const -2
                              i32.add
                              local.tee 7
                              i32.const 0
                              i32.ge_s
                              br_if 0 (;@14;)
                              br 2 (;@12;)
                            end
                          end
                          i32.const 0
                          local.get 12
                          i32.store offset=FUEL align=1
                          return
                        end
                        local.get 0
                        local.get 15
                        i64.store offset=32 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=40
                        local.get 0
                        local.get 4
                        i64.store offset=48 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=56
                        local.get 0
                        i64.const 1
                        i64.store offset=64 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=72
                        local.get 0
                        local.get 15
                        i64.store offset=80 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=88
                        i32.const 0
                        local.get 7
                        i32.store offset=FUEL align=1
                        local.get 1
                        local.get 0
                        i32.store align=1
                        local.get 1
                        local.get 0
                        i32.const 144
                        i32.add
                        i64.extend_i32_u
                        i64.store offset=8 align=1
                        local.get 1
                        local.get 2
                        i32.load offset=8 align=1
                        i32.load offset=16 align=1
                        i32.store offset=24 align=1
                        local.get 1
                        i32.const line6.4
                        i32.store offset=4 align=1
                        i32.const 0
                        local.get 1
                        i32.store offset=FRAME align=1
                        i32.const 0
                        i32.const 4
                        i32.store offset=COMPILED_STATUS align=1
                        return
                      end
                      i32.const 0
                      i32.const exit(line3.2)
                      i32.store offset=LAST_EXIT align=1
                      local.get 10
                      local.get 3
                      i64.store offset=16 align=1
                      local.get 10
                      i32.const 10
                      i32.store8 offset=24
                      local.get 10
                      local.get 16
                      i64.store offset=48 align=1
                      local.get 10
                      i32.const 4
                      i32.store8 offset=56
                      i32.const 0
                      local.get 12
                      i32.store offset=FUEL align=1
                      local.get 11
                      local.get 10
                      i32.store align=1
                      local.get 11
                      local.get 0
                      i32.const 160
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 11
                      local.get 9
                      i32.store offset=24 align=1
                      local.get 11
                      i32.const line3.2
                      i32.store offset=4 align=1
                      i32.const 0
                      local.get 11
                      i32.store offset=FRAME align=1
                      i32.const -1
                      local.set 5
                      br 5 (;@5;)
                    end
                    local.get 14
                    i32.load8_s offset=16
                    local.tee 5
                    i32.const 4
                    i32.eq
                    local.get 5
                    i32.const 5
                    i32.eq
                    i32.or
                    i32.const 15
                    i32.shl
                    i32.const exit(line3.0)
                    i32.or
                    local.set 5
                    br 1 (;@8;)
                  end
                  i32.const exit(line3.0)
                  local.set 5
                end
                i32.const 0
                local.get 5
                i32.store offset=LAST_EXIT align=1
                local.get 10
                local.get 3
                i64.store offset=16 align=1
                local.get 10
                i32.const 10
                i32.store8 offset=24
                local.get 10
                i64.const 10
                local.get 4
                i64.sub
                i64.store offset=32 align=1
                local.get 10
                i32.const 4
                i32.store8 offset=40
                i32.const 0
                local.get 12
                i32.store offset=FUEL align=1
                local.get 11
                local.get 10
                i32.store align=1
                local.get 11
                local.get 0
                i32.const 160
                i32.add
                i64.extend_i32_u
                i64.store offset=8 align=1
                local.get 11
                local.get 9
                i32.store offset=24 align=1
                local.get 11
                i32.const line3.0
                i32.store offset=4 align=1
                i32.const 0
                local.get 11
                i32.store offset=FRAME align=1
                i32.const -1
                local.set 5
                br 2 (;@5;)
              end
              local.get 10
              local.get 3
              i64.store offset=16 align=1
              local.get 10
              i32.const 10
              i32.store8 offset=24
              local.get 10
              i64.const 10
              local.get 4
              i64.sub
              i64.store offset=32 align=1
              local.get 10
              i32.const 4
              i32.store8 offset=40
              i32.const 0
              local.get 12
              i32.store offset=FUEL align=1
              local.get 11
              local.get 10
              i32.store align=1
              local.get 11
              local.get 0
              i32.const 160
              i32.add
              i64.extend_i32_u
              i64.store offset=8 align=1
              local.get 11
              local.get 9
              i32.load offset=16 align=1
              i32.store offset=24 align=1
              local.get 11
              i32.const line3.0
              i32.store offset=4 align=1
              i32.const 0
              local.get 11
              i32.store offset=FRAME align=1
              i32.const 4
              local.set 5
              br 1 (;@5;)
            end
            i32.const -8
            local.set 5
          end
          local.get 5
          i32.const -8
          i32.eq
          if  ;; @31
            local.get 0
            i64.const 10
            local.get 4
            i64.sub
            local.tee 15
            i64.store offset=32 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=40
            local.get 0
            local.get 4
            i64.store offset=48 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=56
            local.get 0
            i64.const 1
            i64.store offset=64 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=72
            local.get 0
            local.get 8
            i64.extend_i32_u
            i64.store offset=96 align=1
            local.get 0
            i32.const 11
            i32.store8 offset=104
            local.get 0
            local.get 3
            i64.store offset=112 align=1
            local.get 0
            i32.const 10
            i32.store8 offset=120
            local.get 0
            local.get 15
            i64.store offset=128 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=136
            i32.const 0
            local.get 7
            i32.store offset=FUEL align=1
            local.get 1
            local.get 0
            i32.store align=1
            local.get 1
            local.get 0
            i32.const 144
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 1
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 1
            i32.const line6.6
            i32.store offset=4 align=1
            i32.const 0
            local.get 1
            i32.store offset=FRAME align=1
            i32.const 0
            i32.const -1
            i32.store offset=COMPILED_STATUS align=1
            return
          end
          local.get 0
          i64.const 10
          local.get 4
          i64.sub
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          local.get 0
          local.get 4
          i64.store offset=48 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=56
          local.get 0
          i64.const 1
          i64.store offset=64 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=72
          local.get 1
          i64.const 0
          i64.store offset=48 align=1
          i32.const 0
          i32.load offset=TAILED_FRAME align=1
          local.tee 6
          local.get 11
          i32.eq
          if  ;; @32
            local.get 6
            i32.const 4
            i32.store offset=20 align=1
            i32.const 0
            i32.const 0
            i32.store offset=TAILED_FRAME align=1
          else
            local.get 0
            local.get 8
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
          local.get 0
          i32.const 144
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 1
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 1
          i32.const line6.7
          i32.store offset=4 align=1
          i32.const 0
          local.get 5
          i32.store offset=COMPILED_STATUS align=1
          return
        end
        i32.const 0
        i32.const exit(line6.6)
        i32.store offset=LAST_EXIT align=1
        local.get 0
        i64.const 10
        local.get 4
        i64.sub
        local.tee 15
        i64.store offset=32 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=40
        local.get 0
        local.get 4
        i64.store offset=48 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=56
        local.get 0
        i64.const 1
        i64.store offset=64 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=72
        local.get 0
        local.get 8
        i64.extend_i32_u
        i64.store offset=96 align=1
        local.get 0
        i32.const 11
        i32.store8 offset=104
        local.get 0
        local.get 3
        i64.store offset=112 align=1
        local.get 0
        i32.const 10
        i32.store8 offset=120
        local.get 0
        local.get 15
        i64.store offset=128 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=136
        i32.const 0
        local.get 7
        i32.store offset=FUEL align=1
        local.get 1
        local.get 0
        i32.store align=1
        local.get 1
        local.get 0
        i32.const 144
        i32.add
        i64.extend_i32_u
        i64.store offset=8 align=1
        local.get 1
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        i32.store offset=24 align=1
        local.get 1
        i32.const line6.6
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
      i32.const exit(line6.4)
      i32.store offset=LAST_EXIT align=1
      local.get 0
      i64.const 10
      local.get 4
      i64.sub
      local.tee 3
      i64.store offset=32 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=40
      local.get 0
      local.get 4
      i64.store offset=48 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=56
      local.get 0
      i64.const 1
      i64.store offset=64 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=72
      local.get 0
      local.get 3
      i64.store offset=80 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=88
      i32.const 0
      local.get 7
      i32.store offset=FUEL align=1
      local.get 1
      local.get 0
      i32.store align=1
      local.get 1
      local.get 0
      i32.const 144
      i32.add
      i64.extend_i32_u
      i64.store offset=8 align=1
      local.get 1
      local.get 2
      i32.load offset=8 align=1
      i32.load offset=16 align=1
      i32.store offset=24 align=1
      local.get 1
      i32.const line6.4
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
