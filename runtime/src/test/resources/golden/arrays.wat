  (func $line1_4 (type 5) (param i32 i32 i32 i64 i64 i64)
    (local i32 i32 i32 i32 i32 i64 i64 i32 i32 i64 i32 i32 i32 i64 i32 i32)
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
      i32.const 288
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
      local.tee 7
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
        i32.const 160
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
        local.get 4
        i64.const 1
        i64.shr_s
        local.tee 3
        i64.const -1
        i64.add
        local.set 5
        i64.const 1
        local.get 3
        i64.le_s
        if  ;; @4
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
          local.get 6
          i32.load offset=16 align=1
          local.set 9
          local.get 6
          i32.load offset=12 align=1
          local.set 10
          local.get 6
          i32.load offset=8 align=1
          local.set 6
          local.get 5
          local.get 8
          i32.const 0
          local.get 8
          i32.const 0
          i32.gt_s
          select
          i64.extend_i32_u
          local.tee 11
          i64.ge_u
          if  ;; @5
            local.get 11
            local.set 5
          end
          block  ;; @6
            block  ;; @7
              block  ;; @8
                block  ;; @9
                  block  ;; @10
                    local.get 5
                    i64.const 1
                    i64.add
                    local.set 11
                    local.get 5
                    i64.const -1
                    i64.add
                    i64.const 4294967295
                    i64.lt_u
                    i64.const 0
                    local.get 9
                    i64.extend_i32_u
                    local.tee 12
                    i64.lt_u
                    local.get 5
                    local.get 12
                    i64.lt_u
                    i32.and
                    i32.and
                    local.get 6
                    i32.eqz
                    i32.and
                    local.get 6
                    i32.eqz
                    i32.and
                    if  ;; @11
                      i64.const 1
                      local.set 5
                      loop  ;; @12
                        local.get 4
                        i64.const 1
                        i64.add
                        local.get 5
                        i64.sub
                        local.tee 12
                        i64.const -1
                        i64.add
                        local.get 9
                        i64.extend_i32_u
                        i64.ge_u
                        if  ;; @13
                          i32.const exit(line1.8)
                          local.set 6
                          br 7 (;@6;)
                        end
                        local.get 10
                        local.get 12
                        i32.wrap_i64
                        local.tee 6
                        i32.const 3
                        i32.shl
                        i32.sub
                        local.set 8
                        local.get 10
                        local.get 6
                        i32.add
                        i32.const -1
                        i32.add
                        local.tee 6
                        i32.load8_s
                        local.tee 13
                        i32.const 4
                        i32.eq
                        local.tee 14
                        i32.eqz
                        if  ;; @14
                          i32.const exit(line1.8)
                          local.set 6
                          br 6 (;@7;)
                        end
                        local.get 8
                        i64.load align=1
                        local.set 15
                        local.get 10
                        local.get 5
                        i32.wrap_i64
                        local.tee 13
                        i32.const 3
                        i32.shl
                        i32.sub
                        local.set 14
                        local.get 10
                        local.get 13
                        i32.add
                        i32.const -1
                        i32.add
                        local.tee 16
                        i32.load8_s
                        local.tee 17
                        i32.const 4
                        i32.eq
                        local.tee 18
                        i32.eqz
                        if  ;; @15
                          i32.const exit(line1.9)
                          local.set 6
                          br 4 (;@9;)
                        end
                        local.get 14
                        i64.load align=1
                        local.set 12
                        local.get 8
                        local.get 12
                        i64.store align=1
                        local.get 6
                        i32.const 4
                        i32.store8
                        local.get 14
                        local.get 15
                        i64.store align=1
                        local.get 16
                        i32.const 4
                        i32.store8
                        local.get 5
                        i64.const 1
                        i64.add
                        local.set 12
                        local.get 11
                        local.get 5
                        i64.eq
                        if  ;; @16
                          local.get 12
                          local.set 4
                        else
                          local.get 12
                          local.set 5
                          br 1 (;@12;)
                        end
                      end
                    else
                      i64.const 1
                      local.set 5
                      block  ;; @17
                        block  ;; @18
                          loop  ;; @19
                            local.get 4
                            i64.const 1
                            i64.add
                            local.get 5
                            i64.sub
                            local.tee 12
                            i64.const -1
                            i64.add
                            local.get 9
                            i64.extend_i32_u
                            local.tee 15
                            i64.ge_u
                            if  ;; @20
                              i32.const exit(line1.8)
                              local.set 6
                              br 9 (;@6;)
                            end
                            local.get 10
                            local.get 12
                            i32.wrap_i64
                            local.tee 8
                            i32.const 3
                            i32.shl
                            i32.sub
                            local.set 13
                            local.get 10
                            local.get 8
                            i32.add
                            i32.const -1
                            i32.add
                            local.tee 8
                            i32.load8_s
                            local.tee 14
                            i32.const 4
                            i32.eq
                            local.tee 16
                            i32.eqz
                            if  ;; @21
                              local.get 14
                              local.get 16
                              i32.const exit(line1.8)
                              local.set 6
                              local.set 14
                              local.set 13
                              br 8 (;@7;)
                            end
                            local.get 13
                            i64.load align=1
                            local.set 19
                            local.get 5
                            i64.const -1
                            i64.add
                            local.get 15
                            i64.ge_u
                            if  ;; @22
                              i32.const exit(line1.9)
                              local.get 19
                              local.set 15
                              local.set 6
                              br 7 (;@8;)
                            end
                            local.get 10
                            local.get 5
                            i32.wrap_i64
                            local.tee 16
                            i32.const 3
                            i32.shl
                            i32.sub
                            local.set 17
                            local.get 10
                            local.get 16
                            i32.add
                            i32.const -1
                            i32.add
                            local.tee 18
                            i32.load8_s
                            local.tee 20
                            i32.const 4
                            i32.eq
                            local.tee 21
                            i32.eqz
                            if  ;; @23
                              local.get 20
                              local.get 21
                              i32.const exit(line1.9)
                              local.get 19
                              local.set 15
                              local.set 6
                              local.set 18
                              local.set 17
                              br 6 (;@9;)
                            end
                            local.get 17
                            i64.load align=1
                            local.set 15
                            local.get 6
                            if  ;; @24
                              local.get 14
                              i32.const 0
                              i32.le_s
                              if  ;; @25
                                local.get 16
                                local.get 19
                                local.get 15
                                local.set 4
                                local.set 15
                                local.set 13
                                br 3 (;@18;)
                              end
                            end
                            local.get 13
                            local.get 15
                            i64.store align=1
                            local.get 8
                            i32.const 4
                            i32.store8
                            local.get 6
                            if  ;; @26
                              local.get 18
                              i32.load8_s
                              i32.const 0
                              i32.le_s
                              if  ;; @27
                                local.get 16
                                local.get 19
                                local.set 15
                                local.set 13
                                br 4 (;@17;)
                              end
                            end
                            local.get 17
                            local.get 19
                            i64.store align=1
                            local.get 18
                            i32.const 4
                            i32.store8
                            local.get 5
                            i64.const 1
                            i64.add
                            local.set 12
                            local.get 11
                            local.get 5
                            i64.eq
                            if  ;; @28
                              local.get 16
                              local.get 12
                              local.set 4
                              local.set 13
                              br 5 (;@10;)
                            end
                            local.get 12
                            local.set 5
                            br 0 (;@19;)
                          end
                        end
                        i32.const 0
                        i32.const exit(line1.10)
                        i32.store offset=LAST_EXIT align=1
                        local.get 0
                        local.get 5
                        i64.store offset=48 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=56
                        local.get 0
                        local.get 3
                        local.get 5
                        i64.sub
                        i64.store offset=64 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=72
                        local.get 0
                        i64.const 1
                        i64.store offset=80 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=88
                        local.get 0
                        local.get 5
                        i64.store offset=96 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=104
                        local.get 0
                        local.get 12
                        i64.store offset=112 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=120
                        local.get 0
                        local.get 15
                        i64.store offset=128 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=136
                        local.get 0
                        local.get 4
                        i64.store offset=144 align=1
                        local.get 0
                        i32.const 4
                        i32.store8 offset=152
                        i32.const 0
                        local.get 7
                        local.get 13
                        i32.sub
                        i32.store offset=FUEL align=1
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
                        i32.store offset=24 align=1
                        local.get 1
                        i32.const line1.10
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
                      i32.const exit(line1.11)
                      i32.store offset=LAST_EXIT align=1
                      local.get 0
                      local.get 5
                      i64.store offset=48 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=56
                      local.get 0
                      local.get 3
                      local.get 5
                      i64.sub
                      i64.store offset=64 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=72
                      local.get 0
                      i64.const 1
                      i64.store offset=80 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=88
                      local.get 0
                      local.get 5
                      i64.store offset=96 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=104
                      local.get 0
                      local.get 15
                      i64.store offset=128 align=1
                      local.get 0
                      i32.const 4
                      i32.store8 offset=136
                      i32.const 0
                      local.get 7
                      local.get 13
                      i32.sub
                      i32.store offset=FUEL align=1
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
                      i32.store offset=24 align=1
                      local.get 1
                      i32.const line1.11
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
                  local.get 3
                  local.get 5
                  i64.sub
                  local.set 11
                  local.get 7
                  local.get 13
                  i32.sub
                  local.set 8
                  local.get 3
                  local.get 5
                  i64.eq
                  br_if 5 (;@3;)
                  local.get 11
                  i64.const -1
                  i64.add
                  local.set 3
                  local.get 8
                  i32.const -1
                  i32.add
                  local.set 6
                  local.get 0
                  local.get 4
                  i64.store offset=48 align=1
                  local.get 0
                  i32.const 4
                  i32.store8 offset=56
                  local.get 0
                  local.get 3
                  i64.store offset=64 align=1
                  local.get 0
                  i32.const 4
                  i32.store8 offset=72
                  local.get 0
                  i64.const 1
                  i64.store offset=80 align=1
                  local.get 0
                  i32.const 4
                  i32.store8 offset=88
                  local.get 0
                  local.get 4
                  i64.store offset=96 align=1
                  local.get 0
                  i32.const 4
                  i32.store8 offset=104
                  i32.const 0
                  local.get 6
                  i32.store offset=FUEL align=1
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
                  i32.store offset=24 align=1
                  local.get 1
                  i32.const line1.4
                  i32.store offset=4 align=1
                  i32.const 0
                  local.get 1
                  i32.store offset=FRAME align=1
                  i32.const 0
                  i32.const 4
                  i32.store offset=COMPILED_STATUS align=1
                  return
                end
                local.get 17
                i32.const 5
                i32.eq
                local.get 18
                i32.or
                i32.const 15
                i32.shl
                local.get 6
                i32.or
                local.set 6
              end
              i32.const 0
              local.get 6
              i32.store offset=LAST_EXIT align=1
              local.get 0
              local.get 5
              i64.store offset=48 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=56
              local.get 0
              local.get 3
              local.get 5
              i64.sub
              i64.store offset=64 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=72
              local.get 0
              i64.const 1
              i64.store offset=80 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=88
              local.get 0
              local.get 5
              i64.store offset=96 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=104
              local.get 0
              local.get 12
              i64.store offset=112 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=120
              local.get 0
              local.get 15
              i64.store offset=128 align=1
              local.get 0
              i32.const 4
              i32.store8 offset=136
              i32.const 0
              local.get 7
              local.get 5
              i32.wrap_i64
              i32.sub
              i32.store offset=FUEL align=1
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
              i32.store offset=24 align=1
              local.get 1
              i32.const line1.9
              i32.store offset=4 align=1
              i32.const 0
              local.get 1
              i32.store offset=FRAME align=1
              i32.const 0
              i32.const -1
              i32.store offset=COMPILED_STATUS align=1
              return
            end
            local.get 13
            i32.const 5
            i32.eq
            local.get 14
            i32.or
            i32.const 15
            i32.shl
            local.get 6
            i32.or
            local.set 6
          end
          i32.const 0
          local.get 6
          i32.store offset=LAST_EXIT align=1
          local.get 0
          local.get 5
          i64.store offset=48 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=56
          local.get 0
          local.get 3
          local.get 5
          i64.sub
          i64.store offset=64 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=72
          local.get 0
          i64.const 1
          i64.store offset=80 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=88
          local.get 0
          local.get 5
          i64.store offset=96 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=104
          local.get 0
          local.get 12
          i64.store offset=112 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=120
          local.get 0
          local.get 12
          i64.store offset=128 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=136
          i32.const 0
          local.get 7
          local.get 5
          i32.wrap_i64
          i32.sub
          i32.store offset=FUEL align=1
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
          i32.store offset=24 align=1
          local.get 1
          i32.const line1.8
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
      i32.const 0
      local.get 8
      i32.store offset=FUEL align=1
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
  )
