  (func $line2_4 (type 4) (param i32 i32 i32 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i64 i32 i32 i64 i64 i64 i32 i64 i32 i64)
    block  ;; @1
      local.get 4
      i32.wrap_i64
      local.tee 5
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 208
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
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
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
      local.get 3
      i64.const 2
      i64.lt_s
      if  ;; @3
        i32.const 0
        local.get 9
        i32.store offset=FUEL align=1
        local.get 3
        return
      end
      local.get 2
      i32.load offset=16 align=1
      i32.load offset=8 align=1
      local.tee 10
      i32.load8_s offset=8
      i32.const 11
      i32.ne
      if  ;; @4
        i32.const 0
        i32.const exit(line2.3)
        i32.store offset=LAST_EXIT align=1
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
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
        i32.const line2.3
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
      local.get 3
      i64.const -1
      i64.add
      local.set 4
      local.get 10
      i32.load align=1
      local.tee 10
      local.get 2
      i32.ne
      if  ;; @5
        i32.const 0
        i32.const exit(line2.5)
        i32.store offset=LAST_EXIT align=1
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        local.get 0
        local.get 10
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 11
        i32.store8 offset=40
        local.get 0
        local.get 4
        i64.store offset=48 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=56
        i32.const 0
        local.get 9
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
        i32.const line2.5
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
          local.get 0
          i32.const 32
          i32.add
          local.set 11
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
          i32.const 240
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
          local.tee 13
          i32.const 0
          i32.lt_s
          if  ;; @8
            local.get 11
            local.get 4
            i64.store offset=16 align=1
            local.get 11
            i32.const 4
            i32.store8 offset=24
            i32.const 0
            local.get 13
            i32.store offset=FUEL align=1
            local.get 12
            local.get 11
            i32.store align=1
            local.get 12
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 12
            local.get 2
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
            local.set 8
            br 2 (;@6;)
          end
          block  ;; @9
            local.get 4
            i64.const 2
            i64.lt_s
            if  ;; @10
              i32.const 0
              local.get 13
              i32.store offset=FUEL align=1
            else
              block  ;; @11
                block  ;; @12
                  block  ;; @13
                    local.get 3
                    i64.const -2
                    i64.add
                    local.set 14
                    local.get 0
                    i32.const 64
                    i32.add
                    local.set 15
                    local.get 1
                    i32.const 64
                    i32.add
                    local.set 16
                    i32.const 0
                    local.get 13
                    i32.store offset=FUEL align=1
                    local.get 5
                    i32.const -2
                    i32.add
                    i32.const 0
                    i32.le_s
                    br_if 0 (;@13;)
                    local.get 0
                    i32.const 272
                    i32.add
                    local.get 7
                    i32.gt_u
                    br_if 0 (;@13;)
                    local.get 16
                    local.get 6
                    i32.ge_u
                    br_if 0 (;@13;)
                    local.get 8
                    i32.const -3
                    i32.add
                    local.tee 6
                    i32.const 0
                    i32.lt_s
                    if  ;; @14
                      local.get 15
                      local.get 14
                      i64.store offset=16 align=1
                      local.get 15
                      i32.const 4
                      i32.store8 offset=24
                      i32.const 0
                      local.get 6
                      i32.store offset=FUEL align=1
                      local.get 16
                      local.get 15
                      i32.store align=1
                      local.get 16
                      local.get 0
                      i32.const 144
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 16
                      local.get 2
                      i32.load offset=8 align=1
                      i32.load offset=16 align=1
                      i32.store offset=24 align=1
                      local.get 16
                      i32.const line2.0
                      i32.store offset=4 align=1
                      i32.const 0
                      local.get 16
                      i32.store offset=FRAME align=1
                      i32.const 4
                      local.set 8
                      br 2 (;@12;)
                    end
                    block  ;; @15
                      local.get 14
                      i64.const 2
                      i64.lt_s
                      if  ;; @16
                        i32.const 0
                        local.get 6
                        i32.store offset=FUEL align=1
                      else
                        i32.const 0
                        local.get 6
                        i32.store offset=FUEL align=1
                        local.get 0
                        i32.const 96
                        i32.add
                        local.get 1
                        i32.const 96
                        i32.add
                        local.tee 7
                        local.get 2
                        local.get 3
                        i64.const -3
                        i64.add
                        local.tee 17
                        local.get 5
                        i32.const -3
                        i32.add
                        i64.extend_i32_u
                        local.tee 18
                        call $line2_4
                        local.set 19
                        i32.const 0
                        i32.load offset=COMPILED_STATUS align=1
                        local.tee 8
                        if  ;; @17
                          local.get 8
                          i32.const -8
                          i32.eq
                          if  ;; @18
                            local.get 15
                            local.get 14
                            i64.store offset=16 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=24
                            local.get 15
                            local.get 10
                            i64.extend_i32_u
                            i64.store offset=32 align=1
                            local.get 15
                            i32.const 11
                            i32.store8 offset=40
                            local.get 15
                            local.get 17
                            i64.store offset=48 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=56
                            i32.const 0
                            local.get 6
                            i32.store offset=FUEL align=1
                            local.get 16
                            local.get 15
                            i32.store align=1
                            local.get 16
                            local.get 0
                            i32.const 144
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 16
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 16
                            i32.const line2.5
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 16
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 8
                            br 5 (;@12;)
                          end
                          local.get 15
                          local.get 14
                          i64.store offset=16 align=1
                          local.get 15
                          i32.const 4
                          i32.store8 offset=24
                          local.get 16
                          i64.const 1
                          i64.store offset=48 align=1
                          i32.const 0
                          i32.load offset=TAILED_FRAME align=1
                          local.tee 6
                          local.get 7
                          i32.eq
                          if  ;; @19
                            local.get 6
                            i32.const 4
                            i32.store offset=20 align=1
                            i32.const 0
                            i32.const 0
                            i32.store offset=TAILED_FRAME align=1
                          else
                            local.get 15
                            local.get 10
                            i64.extend_i32_u
                            i64.store offset=32 align=1
                            local.get 15
                            i32.const 11
                            i32.store8 offset=40
                          end
                          local.get 16
                          local.get 15
                          i32.store align=1
                          local.get 16
                          local.get 0
                          i32.const 144
                          i32.add
                          i64.extend_i32_u
                          i64.store offset=8 align=1
                          local.get 16
                          local.get 2
                          i32.load offset=8 align=1
                          i32.load offset=16 align=1
                          i32.store offset=24 align=1
                          local.get 16
                          i32.const line2.6
                          i32.store offset=4 align=1
                          i64.const 0
                          local.set 17
                        else
                          i32.const 0
                          i32.load offset=FUEL align=1
                          local.set 6
                          local.get 2
                          i32.load offset=16 align=1
                          i32.load offset=8 align=1
                          local.tee 8
                          i32.load8_s offset=8
                          i32.const 11
                          i32.ne
                          if  ;; @20
                            i32.const 0
                            i32.const exit(line2.6)
                            i32.store offset=LAST_EXIT align=1
                            local.get 15
                            local.get 14
                            i64.store offset=16 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=24
                            local.get 15
                            local.get 19
                            i64.store offset=32 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=40
                            i32.const 0
                            local.get 6
                            i32.store offset=FUEL align=1
                            local.get 16
                            local.get 15
                            i32.store align=1
                            local.get 16
                            local.get 0
                            i32.const 144
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 16
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 16
                            i32.const line2.6
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 16
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 8
                            br 5 (;@12;)
                          end
                          local.get 3
                          i64.const -4
                          i64.add
                          local.set 17
                          local.get 8
                          i32.load align=1
                          local.tee 8
                          local.get 2
                          i32.ne
                          if  ;; @21
                            i32.const 0
                            i32.const exit(line2.8)
                            i32.store offset=LAST_EXIT align=1
                            local.get 15
                            local.get 19
                            i64.store offset=32 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=40
                            local.get 15
                            local.get 8
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 15
                            i32.const 11
                            i32.store8 offset=56
                            local.get 15
                            local.get 17
                            i64.store offset=64 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=72
                            i32.const 0
                            local.get 6
                            i32.store offset=FUEL align=1
                            local.get 16
                            local.get 15
                            i32.store align=1
                            local.get 16
                            local.get 0
                            i32.const 144
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 16
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 16
                            i32.const line2.8
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 16
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 8
                            br 5 (;@12;)
                          end
                          i32.const 0
                          local.get 6
                          i32.store offset=FUEL align=1
                          local.get 0
                          i32.const 112
                          i32.add
                          local.get 7
                          local.get 2
                          local.get 17
                          local.get 18
                          call $line2_4
                          local.set 18
                          i32.const 0
                          i32.load offset=COMPILED_STATUS align=1
                          local.tee 20
                          i32.eqz
                          if  ;; @22
                            i32.const 0
                            i32.const 0
                            i32.load offset=FUEL align=1
                            i32.store offset=FUEL align=1
                            local.get 19
                            local.get 18
                            i64.add
                            local.set 14
                            br 3 (;@15;)
                          end
                          local.get 20
                          i32.const -8
                          i32.eq
                          if  ;; @23
                            local.get 15
                            local.get 19
                            i64.store offset=32 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=40
                            local.get 15
                            local.get 8
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 15
                            i32.const 11
                            i32.store8 offset=56
                            local.get 15
                            local.get 17
                            i64.store offset=64 align=1
                            local.get 15
                            i32.const 4
                            i32.store8 offset=72
                            i32.const 0
                            local.get 6
                            i32.store offset=FUEL align=1
                            local.get 16
                            local.get 15
                            i32.store align=1
                            local.get 16
                            local.get 0
                            i32.const 144
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 16
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 16
                            i32.const line2.8
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 16
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 8
                            br 5 (;@12;)
                          end
                          local.get 15
                          local.get 19
                          i64.store offset=32 align=1
                          local.get 15
                          i32.const 4
                          i32.store8 offset=40
                          local.get 16
                          i64.const 1
                          i64.store offset=48 align=1
                          i32.const 0
                          i32.load offset=TAILED_FRAME align=1
                          local.tee 6
                          local.get 7
                          i32.eq
                          if  ;; @24
                            local.get 6
                            i32.const 4
                            i32.store offset=20 align=1
                            i32.const 0
                            i32.const 0
                            i32.store offset=TAILED_FRAME align=1
                          else
                            local.get 15
                            local.get 8
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 15
                            i32.const 11
                            i32.store8 offset=56
                          end
                          local.get 16
                          local.get 15
                          i32.store align=1
                          local.get 16
                          local.get 0
                          i32.const 144
                          i32.add
                          i64.extend_i32_u
                          i64.store offset=8 align=1
                          local.get 16
                          local.get 2
                          i32.load offset=8 align=1
                          i32.load offset=16 align=1
                          i32.store offset=24 align=1
                          local.get 16
                          i32.const line2.9
                          i32.store offset=4 align=1
                          i64.const 0
                          local.get 20
                          local.set 8
                          local.set 17
                        end
                        local.get 8
                        br_if 3 (;@12;)
                        local.get 17
                        local.set 14
                      end
                    end
                    i32.const 0
                    i32.load offset=FUEL align=1
                    local.set 6
                    local.get 2
                    i32.load offset=16 align=1
                    i32.load offset=8 align=1
                    local.tee 7
                    i32.load8_s offset=8
                    i32.const 11
                    i32.ne
                    if  ;; @25
                      i32.const 0
                      i32.const exit(line2.6)
                      i32.store offset=LAST_EXIT align=1
                      local.get 11
                      local.get 4
                      i64.store offset=16 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=24
                      local.get 11
                      local.get 14
                      i64.store offset=32 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=40
                      i32.const 0
                      local.get 6
                      i32.store offset=FUEL align=1
                      local.get 12
                      local.get 11
                      i32.store align=1
                      local.get 12
                      local.get 0
                      i32.const 112
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 12
                      local.get 2
                      i32.load offset=8 align=1
                      i32.load offset=16 align=1
                      i32.store offset=24 align=1
                      local.get 12
                      i32.const line2.6
                      i32.store offset=4 align=1
                      i32.const 0
                      local.get 12
                      i32.store offset=FRAME align=1
                      i32.const -1
                      local.set 8
                      br 7 (;@6;)
                    end
                    local.get 3
                    i64.const -3
                    i64.add
                    local.set 17
                    local.get 7
                    i32.load align=1
                    local.tee 7
                    local.get 2
                    i32.ne
                    if  ;; @26
                      i32.const 0
                      i32.const exit(line2.8)
                      i32.store offset=LAST_EXIT align=1
                      local.get 11
                      local.get 14
                      i64.store offset=32 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=40
                      local.get 11
                      local.get 7
                      i64.extend_i32_u
                      i64.store offset=48 align=1
                      local.get 11
                      i32.const 11
                      i32.store8 offset=56
                      local.get 11
                      local.get 17
                      i64.store offset=64 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=72
                      i32.const 0
                      local.get 6
                      i32.store offset=FUEL align=1
                      local.get 12
                      local.get 11
                      i32.store align=1
                      local.get 12
                      local.get 0
                      i32.const 112
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 12
                      local.get 2
                      i32.load offset=8 align=1
                      i32.load offset=16 align=1
                      i32.store offset=24 align=1
                      local.get 12
                      i32.const line2.8
                      i32.store offset=4 align=1
                      i32.const 0
                      local.get 12
                      i32.store offset=FRAME align=1
                      i32.const -1
                      local.set 8
                      br 7 (;@6;)
                    end
                    block  ;; @27
                      local.get 0
                      i32.const 80
                      i32.add
                      local.set 8
                      i32.const 0
                      local.get 6
                      i32.store offset=FUEL align=1
                      local.get 0
                      i32.const 288
                      i32.add
                      i32.const 0
                      i32.load offset=COROUTINE align=1
                      local.tee 13
                      i32.load offset=12 align=1
                      i32.le_u
                      if  ;; @28
                        local.get 16
                        local.get 13
                        i32.load offset=24 align=1
                        i32.lt_u
                        if  ;; @29
                          local.get 6
                          i32.const -1
                          i32.add
                          local.tee 13
                          i32.const 0
                          i32.lt_s
                          if  ;; @30
                            local.get 8
                            local.get 17
                            i64.store offset=16 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=24
                            i32.const 0
                            local.get 13
                            i32.store offset=FUEL align=1
                            local.get 16
                            local.get 8
                            i32.store align=1
                            local.get 16
                            local.get 0
                            i32.const 160
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 16
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 16
                            i32.const line2.0
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 16
                            i32.store offset=FRAME align=1
                            i32.const 4
                            local.set 8
                            br 3 (;@27;)
                          end
                          block  ;; @31
                            local.get 17
                            i64.const 2
                            i64.lt_s
                            if  ;; @32
                              i32.const 0
                              local.get 13
                              i32.store offset=FUEL align=1
                            else
                              i32.const 0
                              local.get 13
                              i32.store offset=FUEL align=1
                              local.get 0
                              i32.const 112
                              i32.add
                              local.get 1
                              i32.const 96
                              i32.add
                              local.tee 15
                              local.get 2
                              local.get 3
                              i64.const -4
                              i64.add
                              local.tee 18
                              local.get 5
                              i32.const -3
                              i32.add
                              i64.extend_i32_u
                              local.tee 19
                              call $line2_4
                              local.set 21
                              i32.const 0
                              i32.load offset=COMPILED_STATUS align=1
                              local.tee 20
                              if  ;; @33
                                local.get 20
                                i32.const -8
                                i32.eq
                                if  ;; @34
                                  local.get 8
                                  local.get 17
                                  i64.store offset=16 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=24
                                  local.get 8
                                  local.get 7
                                  i64.extend_i32_u
                                  i64.store offset=32 align=1
                                  local.get 8
                                  i32.const 11
                                  i32.store8 offset=40
                                  local.get 8
                                  local.get 18
                                  i64.store offset=48 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=56
                                  i32.const 0
                                  local.get 13
                                  i32.store offset=FUEL align=1
                                  local.get 16
                                  local.get 8
                                  i32.store align=1
                                  local.get 16
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 16
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 16
                                  i32.const line2.5
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 16
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 8
                                  br 6 (;@27;)
                                end
                                local.get 8
                                local.get 17
                                i64.store offset=16 align=1
                                local.get 8
                                i32.const 4
                                i32.store8 offset=24
                                local.get 16
                                i64.const 1
                                i64.store offset=48 align=1
                                i32.const 0
                                i32.load offset=TAILED_FRAME align=1
                                local.tee 13
                                local.get 15
                                i32.eq
                                if  ;; @35
                                  local.get 13
                                  i32.const 4
                                  i32.store offset=20 align=1
                                  i32.const 0
                                  i32.const 0
                                  i32.store offset=TAILED_FRAME align=1
                                else
                                  local.get 8
                                  local.get 7
                                  i64.extend_i32_u
                                  i64.store offset=32 align=1
                                  local.get 8
                                  i32.const 11
                                  i32.store8 offset=40
                                end
                                local.get 16
                                local.get 8
                                i32.store align=1
                                local.get 16
                                local.get 0
                                i32.const 160
                                i32.add
                                i64.extend_i32_u
                                i64.store offset=8 align=1
                                local.get 16
                                local.get 2
                                i32.load offset=8 align=1
                                i32.load offset=16 align=1
                                i32.store offset=24 align=1
                                local.get 16
                                i32.const line2.6
                                i32.store offset=4 align=1
                                i64.const 0
                                local.get 20
                                local.set 8
                                local.set 18
                              else
                                i32.const 0
                                i32.load offset=FUEL align=1
                                local.set 13
                                local.get 2
                                i32.load offset=16 align=1
                                i32.load offset=8 align=1
                                local.tee 20
                                i32.load8_s offset=8
                                i32.const 11
                                i32.ne
                                if  ;; @36
                                  i32.const 0
                                  i32.const exit(line2.6)
                                  i32.store offset=LAST_EXIT align=1
                                  local.get 8
                                  local.get 17
                                  i64.store offset=16 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=24
                                  local.get 8
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=40
                                  i32.const 0
                                  local.get 13
                                  i32.store offset=FUEL align=1
                                  local.get 16
                                  local.get 8
                                  i32.store align=1
                                  local.get 16
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 16
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 16
                                  i32.const line2.6
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 16
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 8
                                  br 6 (;@27;)
                                end
                                local.get 3
                                i64.const -5
                                i64.add
                                local.set 18
                                local.get 20
                                i32.load align=1
                                local.tee 20
                                local.get 2
                                i32.ne
                                if  ;; @37
                                  i32.const 0
                                  i32.const exit(line2.8)
                                  i32.store offset=LAST_EXIT align=1
                                  local.get 8
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=40
                                  local.get 8
                                  local.get 20
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 8
                                  i32.const 11
                                  i32.store8 offset=56
                                  local.get 8
                                  local.get 18
                                  i64.store offset=64 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=72
                                  i32.const 0
                                  local.get 13
                                  i32.store offset=FUEL align=1
                                  local.get 16
                                  local.get 8
                                  i32.store align=1
                                  local.get 16
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 16
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 16
                                  i32.const line2.8
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 16
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 8
                                  br 6 (;@27;)
                                end
                                i32.const 0
                                local.get 13
                                i32.store offset=FUEL align=1
                                local.get 0
                                i32.const 128
                                i32.add
                                local.get 15
                                local.get 2
                                local.get 18
                                local.get 19
                                call $line2_4
                                local.set 19
                                i32.const 0
                                i32.load offset=COMPILED_STATUS align=1
                                local.tee 22
                                i32.eqz
                                if  ;; @38
                                  i32.const 0
                                  i32.const 0
                                  i32.load offset=FUEL align=1
                                  i32.store offset=FUEL align=1
                                  local.get 21
                                  local.get 19
                                  i64.add
                                  local.set 17
                                  br 3 (;@31;)
                                end
                                local.get 22
                                i32.const -8
                                i32.eq
                                if  ;; @39
                                  local.get 8
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=40
                                  local.get 8
                                  local.get 20
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 8
                                  i32.const 11
                                  i32.store8 offset=56
                                  local.get 8
                                  local.get 18
                                  i64.store offset=64 align=1
                                  local.get 8
                                  i32.const 4
                                  i32.store8 offset=72
                                  i32.const 0
                                  local.get 13
                                  i32.store offset=FUEL align=1
                                  local.get 16
                                  local.get 8
                                  i32.store align=1
                                  local.get 16
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 16
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 16
                                  i32.const line2.8
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 16
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 8
                                  br 6 (;@27;)
                                end
                                local.get 8
                                local.get 21
                                i64.store offset=32 align=1
                                local.get 8
                                i32.const 4
                                i32.store8 offset=40
                                local.get 16
                                i64.const 1
                                i64.store offset=48 align=1
                                i32.const 0
                                i32.load offset=TAILED_FRAME align=1
                                local.tee 13
                                local.get 15
                                i32.eq
                                if  ;; @40
                                  local.get 13
                                  i32.const 4
                                  i32.store offset=20 align=1
                                  i32.const 0
                                  i32.const 0
                                  i32.store offset=TAILED_FRAME align=1
                                else
                                  local.get 8
                                  local.get 20
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 8
                                  i32.const 11
                                  i32.store8 offset=56
                                end
                                local.get 16
                                local.get 8
                                i32.store align=1
                                local.get 16
                                local.get 0
                                i32.const 160
                                i32.add
                                i64.extend_i32_u
                                i64.store offset=8 align=1
                                local.get 16
                                local.get 2
                                i32.load offset=8 align=1
                                i32.load offset=16 align=1
                                i32.store offset=24 align=1
                                local.get 16
                                i32.const line2.9
                                i32.store offset=4 align=1
                                i64.const 0
                                local.get 22
                                local.set 8
                                local.set 18
                              end
                              local.get 8
                              br_if 4 (;@27;)
                              local.get 18
                              local.set 17
                            end
                          end
                          i32.const 0
                          i32.const 0
                          i32.load offset=FUEL align=1
                          i32.store offset=FUEL align=1
                          local.get 14
                          local.get 17
                          i64.add
                          local.set 4
                          br 7 (;@9;)
                        end
                      end
                      i32.const -8
                      local.set 8
                    end
                    local.get 8
                    i32.const -8
                    i32.eq
                    if  ;; @41
                      local.get 11
                      local.get 14
                      i64.store offset=32 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=40
                      local.get 11
                      local.get 7
                      i64.extend_i32_u
                      i64.store offset=48 align=1
                      local.get 11
                      i32.const 11
                      i32.store8 offset=56
                      local.get 11
                      local.get 17
                      i64.store offset=64 align=1
                      local.get 11
                      i32.const 4
                      i32.store8 offset=72
                      i32.const 0
                      local.get 6
                      i32.store offset=FUEL align=1
                      local.get 12
                      local.get 11
                      i32.store align=1
                      local.get 12
                      local.get 0
                      i32.const 112
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 12
                      local.get 2
                      i32.load offset=8 align=1
                      i32.load offset=16 align=1
                      i32.store offset=24 align=1
                      local.get 12
                      i32.const line2.8
                      i32.store offset=4 align=1
                      i32.const 0
                      local.get 12
                      i32.store offset=FRAME align=1
                      i32.const -1
                      local.set 8
                      br 7 (;@6;)
                    end
                    local.get 11
                    local.get 14
                    i64.store offset=32 align=1
                    local.get 11
                    i32.const 4
                    i32.store8 offset=40
                    local.get 12
                    i64.const 1
                    i64.store offset=48 align=1
                    i32.const 0
                    i32.load offset=TAILED_FRAME align=1
                    local.tee 6
                    local.get 16
                    i32.eq
                    if  ;; @42
                      local.get 6
                      i32.const 4
                      i32.store offset=20 align=1
                      i32.const 0
                      i32.const 0
                      i32.store offset=TAILED_FRAME align=1
                    else
                      local.get 11
                      local.get 7
                      i64.extend_i32_u
                      i64.store offset=48 align=1
                      local.get 11
                      i32.const 11
                      i32.store8 offset=56
                    end
                    local.get 12
                    local.get 11
                    i32.store align=1
                    local.get 12
                    local.get 0
                    i32.const 112
                    i32.add
                    i64.extend_i32_u
                    i64.store offset=8 align=1
                    local.get 12
                    local.get 2
                    i32.load offset=8 align=1
                    i32.load offset=16 align=1
                    i32.store offset=24 align=1
                    local.get 12
                    i32.const line2.9
                    i32.store offset=4 align=1
                    i64.const 0
                    local.set 14
                    br 2 (;@11;)
                  end
                  i32.const -8
                  local.set 8
                end
                local.get 8
                i32.const -8
                i32.eq
                if  ;; @43
                  local.get 11
                  local.get 4
                  i64.store offset=16 align=1
                  local.get 11
                  i32.const 4
                  i32.store8 offset=24
                  local.get 11
                  local.get 10
                  i64.extend_i32_u
                  i64.store offset=32 align=1
                  local.get 11
                  i32.const 11
                  i32.store8 offset=40
                  local.get 11
                  local.get 14
                  i64.store offset=48 align=1
                  local.get 11
                  i32.const 4
                  i32.store8 offset=56
                  i32.const 0
                  local.get 13
                  i32.store offset=FUEL align=1
                  local.get 12
                  local.get 11
                  i32.store align=1
                  local.get 12
                  local.get 0
                  i32.const 112
                  i32.add
                  i64.extend_i32_u
                  i64.store offset=8 align=1
                  local.get 12
                  local.get 2
                  i32.load offset=8 align=1
                  i32.load offset=16 align=1
                  i32.store offset=24 align=1
                  local.get 12
                  i32.const line2.5
                  i32.store offset=4 align=1
                  i32.const 0
                  local.get 12
                  i32.store offset=FRAME align=1
                  i32.const -1
                  local.set 8
                  br 5 (;@6;)
                end
                local.get 11
                local.get 4
                i64.store offset=16 align=1
                local.get 11
                i32.const 4
                i32.store8 offset=24
                local.get 12
                i64.const 1
                i64.store offset=48 align=1
                i32.const 0
                i32.load offset=TAILED_FRAME align=1
                local.tee 6
                local.get 16
                i32.eq
                if  ;; @44
                  local.get 6
                  i32.const 4
                  i32.store offset=20 align=1
                  i32.const 0
                  i32.const 0
                  i32.store offset=TAILED_FRAME align=1
                else
                  local.get 11
                  local.get 10
                  i64.extend_i32_u
                  i64.store offset=32 align=1
                  local.get 11
                  i32.const 11
                  i32.store8 offset=40
                end
                local.get 12
                local.get 11
                i32.store align=1
                local.get 12
                local.get 0
                i32.const 112
                i32.add
                i64.extend_i32_u
                i64.store offset=8 align=1
                local.get 12
                local.get 2
                i32.load offset=8 align=1
                i32.load offset=16 align=1
                i32.store offset=24 align=1
                local.get 12
                i32.const line2.6
                i32.store offset=4 align=1
                i64.const 0
                local.set 14
              end
              local.get 8
              br_if 3 (;@6;)
              local.get 14
              local.set 4
            end
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 6
          local.get 2
          i32.load offset=16 align=1
          i32.load offset=8 align=1
          local.tee 7
          i32.load8_s offset=8
          i32.const 11
          i32.ne
          if  ;; @45
            i32.const 0
            i32.const exit(line2.6)
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
            local.get 6
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
            i32.const line2.6
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
          local.get 3
          i64.const -2
          i64.add
          local.set 14
          local.get 7
          i32.load align=1
          local.tee 7
          local.get 2
          i32.ne
          if  ;; @46
            i32.const 0
            i32.const exit(line2.8)
            i32.store offset=LAST_EXIT align=1
            local.get 0
            local.get 4
            i64.store offset=32 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=40
            local.get 0
            local.get 7
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 0
            i32.const 11
            i32.store8 offset=56
            local.get 0
            local.get 14
            i64.store offset=64 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 6
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
            i32.const line2.8
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
          block  ;; @47
            local.get 0
            i32.const 48
            i32.add
            local.set 8
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 0
            i32.const 256
            i32.add
            i32.const 0
            i32.load offset=COROUTINE align=1
            local.tee 9
            i32.load offset=12 align=1
            local.tee 10
            i32.le_u
            if  ;; @48
              local.get 12
              local.get 9
              i32.load offset=24 align=1
              local.tee 9
              i32.lt_u
              if  ;; @49
                local.get 6
                i32.const -1
                i32.add
                local.tee 11
                i32.const 0
                i32.lt_s
                if  ;; @50
                  local.get 8
                  local.get 14
                  i64.store offset=16 align=1
                  local.get 8
                  i32.const 4
                  i32.store8 offset=24
                  i32.const 0
                  local.get 11
                  i32.store offset=FUEL align=1
                  local.get 12
                  local.get 8
                  i32.store align=1
                  local.get 12
                  local.get 0
                  i32.const 128
                  i32.add
                  i64.extend_i32_u
                  i64.store offset=8 align=1
                  local.get 12
                  local.get 2
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
                  local.set 16
                  br 3 (;@47;)
                end
                block  ;; @51
                  local.get 14
                  i64.const 2
                  i64.lt_s
                  if  ;; @52
                    i32.const 0
                    local.get 11
                    i32.store offset=FUEL align=1
                  else
                    block  ;; @53
                      block  ;; @54
                        block  ;; @55
                          local.get 3
                          i64.const -3
                          i64.add
                          local.set 17
                          local.get 0
                          i32.const 80
                          i32.add
                          local.set 13
                          local.get 1
                          i32.const 64
                          i32.add
                          local.set 15
                          i32.const 0
                          local.get 11
                          i32.store offset=FUEL align=1
                          local.get 5
                          i32.const -2
                          i32.add
                          i32.const 0
                          i32.le_s
                          br_if 0 (;@55;)
                          local.get 0
                          i32.const 288
                          i32.add
                          local.get 10
                          i32.gt_u
                          br_if 0 (;@55;)
                          local.get 15
                          local.get 9
                          i32.ge_u
                          br_if 0 (;@55;)
                          local.get 6
                          i32.const -2
                          i32.add
                          local.tee 9
                          i32.const 0
                          i32.lt_s
                          if  ;; @56
                            local.get 13
                            local.get 17
                            i64.store offset=16 align=1
                            local.get 13
                            i32.const 4
                            i32.store8 offset=24
                            i32.const 0
                            local.get 9
                            i32.store offset=FUEL align=1
                            local.get 15
                            local.get 13
                            i32.store align=1
                            local.get 15
                            local.get 0
                            i32.const 160
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 15
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 15
                            i32.const line2.0
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 15
                            i32.store offset=FRAME align=1
                            i32.const 4
                            local.set 16
                            br 2 (;@54;)
                          end
                          block  ;; @57
                            local.get 17
                            i64.const 2
                            i64.lt_s
                            if  ;; @58
                              i32.const 0
                              local.get 9
                              i32.store offset=FUEL align=1
                            else
                              i32.const 0
                              local.get 9
                              i32.store offset=FUEL align=1
                              local.get 0
                              i32.const 112
                              i32.add
                              local.get 1
                              i32.const 96
                              i32.add
                              local.tee 10
                              local.get 2
                              local.get 3
                              i64.const -4
                              i64.add
                              local.tee 18
                              local.get 5
                              i32.const -3
                              i32.add
                              i64.extend_i32_u
                              local.tee 19
                              call $line2_4
                              local.set 21
                              i32.const 0
                              i32.load offset=COMPILED_STATUS align=1
                              local.tee 16
                              if  ;; @59
                                local.get 16
                                i32.const -8
                                i32.eq
                                if  ;; @60
                                  local.get 13
                                  local.get 17
                                  i64.store offset=16 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=24
                                  local.get 13
                                  local.get 7
                                  i64.extend_i32_u
                                  i64.store offset=32 align=1
                                  local.get 13
                                  i32.const 11
                                  i32.store8 offset=40
                                  local.get 13
                                  local.get 18
                                  i64.store offset=48 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=56
                                  i32.const 0
                                  local.get 9
                                  i32.store offset=FUEL align=1
                                  local.get 15
                                  local.get 13
                                  i32.store align=1
                                  local.get 15
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 15
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 15
                                  i32.const line2.5
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 15
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 16
                                  br 5 (;@54;)
                                end
                                local.get 13
                                local.get 17
                                i64.store offset=16 align=1
                                local.get 13
                                i32.const 4
                                i32.store8 offset=24
                                local.get 15
                                i64.const 1
                                i64.store offset=48 align=1
                                i32.const 0
                                i32.load offset=TAILED_FRAME align=1
                                local.tee 9
                                local.get 10
                                i32.eq
                                if  ;; @61
                                  local.get 9
                                  i32.const 4
                                  i32.store offset=20 align=1
                                  i32.const 0
                                  i32.const 0
                                  i32.store offset=TAILED_FRAME align=1
                                else
                                  local.get 13
                                  local.get 7
                                  i64.extend_i32_u
                                  i64.store offset=32 align=1
                                  local.get 13
                                  i32.const 11
                                  i32.store8 offset=40
                                end
                                local.get 15
                                local.get 13
                                i32.store align=1
                                local.get 15
                                local.get 0
                                i32.const 160
                                i32.add
                                i64.extend_i32_u
                                i64.store offset=8 align=1
                                local.get 15
                                local.get 2
                                i32.load offset=8 align=1
                                i32.load offset=16 align=1
                                i32.store offset=24 align=1
                                local.get 15
                                i32.const line2.6
                                i32.store offset=4 align=1
                                i64.const 0
                                local.set 18
                              else
                                i32.const 0
                                i32.load offset=FUEL align=1
                                local.set 9
                                local.get 2
                                i32.load offset=16 align=1
                                i32.load offset=8 align=1
                                local.tee 16
                                i32.load8_s offset=8
                                i32.const 11
                                i32.ne
                                if  ;; @62
                                  i32.const 0
                                  i32.const exit(line2.6)
                                  i32.store offset=LAST_EXIT align=1
                                  local.get 13
                                  local.get 17
                                  i64.store offset=16 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=24
                                  local.get 13
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=40
                                  i32.const 0
                                  local.get 9
                                  i32.store offset=FUEL align=1
                                  local.get 15
                                  local.get 13
                                  i32.store align=1
                                  local.get 15
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 15
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 15
                                  i32.const line2.6
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 15
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 16
                                  br 5 (;@54;)
                                end
                                local.get 3
                                i64.const -5
                                i64.add
                                local.set 18
                                local.get 16
                                i32.load align=1
                                local.tee 16
                                local.get 2
                                i32.ne
                                if  ;; @63
                                  i32.const 0
                                  i32.const exit(line2.8)
                                  i32.store offset=LAST_EXIT align=1
                                  local.get 13
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=40
                                  local.get 13
                                  local.get 16
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 13
                                  i32.const 11
                                  i32.store8 offset=56
                                  local.get 13
                                  local.get 18
                                  i64.store offset=64 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=72
                                  i32.const 0
                                  local.get 9
                                  i32.store offset=FUEL align=1
                                  local.get 15
                                  local.get 13
                                  i32.store align=1
                                  local.get 15
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 15
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 15
                                  i32.const line2.8
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 15
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 16
                                  br 5 (;@54;)
                                end
                                i32.const 0
                                local.get 9
                                i32.store offset=FUEL align=1
                                local.get 0
                                i32.const 128
                                i32.add
                                local.get 10
                                local.get 2
                                local.get 18
                                local.get 19
                                call $line2_4
                                local.set 19
                                i32.const 0
                                i32.load offset=COMPILED_STATUS align=1
                                local.tee 20
                                i32.eqz
                                if  ;; @64
                                  i32.const 0
                                  i32.const 0
                                  i32.load offset=FUEL align=1
                                  i32.store offset=FUEL align=1
                                  local.get 21
                                  local.get 19
                                  i64.add
                                  local.set 17
                                  br 3 (;@57;)
                                end
                                local.get 20
                                i32.const -8
                                i32.eq
                                if  ;; @65
                                  local.get 13
                                  local.get 21
                                  i64.store offset=32 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=40
                                  local.get 13
                                  local.get 16
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 13
                                  i32.const 11
                                  i32.store8 offset=56
                                  local.get 13
                                  local.get 18
                                  i64.store offset=64 align=1
                                  local.get 13
                                  i32.const 4
                                  i32.store8 offset=72
                                  i32.const 0
                                  local.get 9
                                  i32.store offset=FUEL align=1
                                  local.get 15
                                  local.get 13
                                  i32.store align=1
                                  local.get 15
                                  local.get 0
                                  i32.const 160
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 15
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 15
                                  i32.const line2.8
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 15
                                  i32.store offset=FRAME align=1
                                  i32.const -1
                                  local.set 16
                                  br 5 (;@54;)
                                end
                                local.get 13
                                local.get 21
                                i64.store offset=32 align=1
                                local.get 13
                                i32.const 4
                                i32.store8 offset=40
                                local.get 15
                                i64.const 1
                                i64.store offset=48 align=1
                                i32.const 0
                                i32.load offset=TAILED_FRAME align=1
                                local.tee 9
                                local.get 10
                                i32.eq
                                if  ;; @66
                                  local.get 9
                                  i32.const 4
                                  i32.store offset=20 align=1
                                  i32.const 0
                                  i32.const 0
                                  i32.store offset=TAILED_FRAME align=1
                                else
                                  local.get 13
                                  local.get 16
                                  i64.extend_i32_u
                                  i64.store offset=48 align=1
                                  local.get 13
                                  i32.const 11
                                  i32.store8 offset=56
                                end
                                local.get 15
                                local.get 13
                                i32.store align=1
                                local.get 15
                                local.get 0
                                i32.const 160
                                i32.add
                                i64.extend_i32_u
                                i64.store offset=8 align=1
                                local.get 15
                                local.get 2
                                i32.load offset=8 align=1
                                i32.load offset=16 align=1
                                i32.store offset=24 align=1
                                local.get 15
                                i32.const line2.9
                                i32.store offset=4 align=1
                                i64.const 0
                                local.get 20
                                local.set 16
                                local.set 18
                              end
                              local.get 16
                              br_if 3 (;@54;)
                              local.get 18
                              local.set 17
                            end
                          end
                          i32.const 0
                          i32.load offset=FUEL align=1
                          local.set 9
                          local.get 2
                          i32.load offset=16 align=1
                          i32.load offset=8 align=1
                          local.tee 10
                          i32.load8_s offset=8
                          i32.const 11
                          i32.ne
                          if  ;; @67
                            i32.const 0
                            i32.const exit(line2.6)
                            i32.store offset=LAST_EXIT align=1
                            local.get 8
                            local.get 14
                            i64.store offset=16 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=24
                            local.get 8
                            local.get 17
                            i64.store offset=32 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=40
                            i32.const 0
                            local.get 9
                            i32.store offset=FUEL align=1
                            local.get 12
                            local.get 8
                            i32.store align=1
                            local.get 12
                            local.get 0
                            i32.const 128
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 12
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 12
                            i32.const line2.6
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 12
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 16
                            br 8 (;@47;)
                          end
                          local.get 3
                          i64.const -4
                          i64.add
                          local.set 18
                          local.get 10
                          i32.load align=1
                          local.tee 10
                          local.get 2
                          i32.ne
                          if  ;; @68
                            i32.const 0
                            i32.const exit(line2.8)
                            i32.store offset=LAST_EXIT align=1
                            local.get 8
                            local.get 17
                            i64.store offset=32 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=40
                            local.get 8
                            local.get 10
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 8
                            i32.const 11
                            i32.store8 offset=56
                            local.get 8
                            local.get 18
                            i64.store offset=64 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=72
                            i32.const 0
                            local.get 9
                            i32.store offset=FUEL align=1
                            local.get 12
                            local.get 8
                            i32.store align=1
                            local.get 12
                            local.get 0
                            i32.const 128
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 12
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 12
                            i32.const line2.8
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 12
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 16
                            br 8 (;@47;)
                          end
                          block  ;; @69
                            local.get 0
                            i32.const 96
                            i32.add
                            local.set 11
                            i32.const 0
                            local.get 9
                            i32.store offset=FUEL align=1
                            local.get 0
                            i32.const 304
                            i32.add
                            i32.const 0
                            i32.load offset=COROUTINE align=1
                            local.tee 13
                            i32.load offset=12 align=1
                            i32.le_u
                            if  ;; @70
                              local.get 15
                              local.get 13
                              i32.load offset=24 align=1
                              i32.lt_u
                              if  ;; @71
                                local.get 9
                                i32.const -1
                                i32.add
                                local.tee 13
                                i32.const 0
                                i32.lt_s
                                if  ;; @72
                                  local.get 11
                                  local.get 18
                                  i64.store offset=16 align=1
                                  local.get 11
                                  i32.const 4
                                  i32.store8 offset=24
                                  i32.const 0
                                  local.get 13
                                  i32.store offset=FUEL align=1
                                  local.get 15
                                  local.get 11
                                  i32.store align=1
                                  local.get 15
                                  local.get 0
                                  i32.const 176
                                  i32.add
                                  i64.extend_i32_u
                                  i64.store offset=8 align=1
                                  local.get 15
                                  local.get 2
                                  i32.load offset=8 align=1
                                  i32.load offset=16 align=1
                                  i32.store offset=24 align=1
                                  local.get 15
                                  i32.const line2.0
                                  i32.store offset=4 align=1
                                  i32.const 0
                                  local.get 15
                                  i32.store offset=FRAME align=1
                                  i32.const 4
                                  local.set 16
                                  br 3 (;@69;)
                                end
                                block  ;; @73
                                  local.get 18
                                  i64.const 2
                                  i64.lt_s
                                  if  ;; @74
                                    i32.const 0
                                    local.get 13
                                    i32.store offset=FUEL align=1
                                  else
                                    i32.const 0
                                    local.get 13
                                    i32.store offset=FUEL align=1
                                    local.get 0
                                    i32.const 128
                                    i32.add
                                    local.get 1
                                    i32.const 96
                                    i32.add
                                    local.tee 16
                                    local.get 2
                                    local.get 3
                                    i64.const -5
                                    i64.add
                                    local.tee 19
                                    local.get 5
                                    i32.const -3
                                    i32.add
                                    i64.extend_i32_u
                                    local.tee 21
                                    call $line2_4
                                    local.set 23
                                    i32.const 0
                                    i32.load offset=COMPILED_STATUS align=1
                                    local.tee 5
                                    if  ;; @75
                                      local.get 5
                                      i32.const -8
                                      i32.eq
                                      if  ;; @76
                                        local.get 11
                                        local.get 18
                                        i64.store offset=16 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=24
                                        local.get 11
                                        local.get 10
                                        i64.extend_i32_u
                                        i64.store offset=32 align=1
                                        local.get 11
                                        i32.const 11
                                        i32.store8 offset=40
                                        local.get 11
                                        local.get 19
                                        i64.store offset=48 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=56
                                        i32.const 0
                                        local.get 13
                                        i32.store offset=FUEL align=1
                                        local.get 15
                                        local.get 11
                                        i32.store align=1
                                        local.get 15
                                        local.get 0
                                        i32.const 176
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 15
                                        local.get 2
                                        i32.load offset=8 align=1
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 15
                                        i32.const line2.5
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 15
                                        i32.store offset=FRAME align=1
                                        i32.const -1
                                        local.set 16
                                        br 6 (;@69;)
                                      end
                                      local.get 11
                                      local.get 18
                                      i64.store offset=16 align=1
                                      local.get 11
                                      i32.const 4
                                      i32.store8 offset=24
                                      local.get 15
                                      i64.const 1
                                      i64.store offset=48 align=1
                                      i32.const 0
                                      i32.load offset=TAILED_FRAME align=1
                                      local.tee 13
                                      local.get 16
                                      i32.eq
                                      if  ;; @77
                                        local.get 13
                                        i32.const 4
                                        i32.store offset=20 align=1
                                        i32.const 0
                                        i32.const 0
                                        i32.store offset=TAILED_FRAME align=1
                                      else
                                        local.get 11
                                        local.get 10
                                        i64.extend_i32_u
                                        i64.store offset=32 align=1
                                        local.get 11
                                        i32.const 11
                                        i32.store8 offset=40
                                      end
                                      local.get 15
                                      local.get 11
                                      i32.store align=1
                                      local.get 15
                                      local.get 0
                                      i32.const 176
                                      i32.add
                                      i64.extend_i32_u
                                      i64.store offset=8 align=1
                                      local.get 15
                                      local.get 2
                                      i32.load offset=8 align=1
                                      i32.load offset=16 align=1
                                      i32.store offset=24 align=1
                                      local.get 15
                                      i32.const line2.6
                                      i32.store offset=4 align=1
                                      i64.const 0
                                      local.get 5
                                      local.set 16
                                      local.set 3
                                    else
                                      i32.const 0
                                      i32.load offset=FUEL align=1
                                      local.set 5
                                      local.get 2
                                      i32.load offset=16 align=1
                                      i32.load offset=8 align=1
                                      local.tee 13
                                      i32.load8_s offset=8
                                      i32.const 11
                                      i32.ne
                                      if  ;; @78
                                        i32.const 0
                                        i32.const exit(line2.6)
                                        i32.store offset=LAST_EXIT align=1
                                        local.get 11
                                        local.get 18
                                        i64.store offset=16 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=24
                                        local.get 11
                                        local.get 23
                                        i64.store offset=32 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=40
                                        i32.const 0
                                        local.get 5
                                        i32.store offset=FUEL align=1
                                        local.get 15
                                        local.get 11
                                        i32.store align=1
                                        local.get 15
                                        local.get 0
                                        i32.const 176
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 15
                                        local.get 2
                                        i32.load offset=8 align=1
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 15
                                        i32.const line2.6
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 15
                                        i32.store offset=FRAME align=1
                                        i32.const -1
                                        local.set 16
                                        br 6 (;@69;)
                                      end
                                      local.get 3
                                      i64.const -6
                                      i64.add
                                      local.set 3
                                      local.get 13
                                      i32.load align=1
                                      local.tee 13
                                      local.get 2
                                      i32.ne
                                      if  ;; @79
                                        i32.const 0
                                        i32.const exit(line2.8)
                                        i32.store offset=LAST_EXIT align=1
                                        local.get 11
                                        local.get 23
                                        i64.store offset=32 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=40
                                        local.get 11
                                        local.get 13
                                        i64.extend_i32_u
                                        i64.store offset=48 align=1
                                        local.get 11
                                        i32.const 11
                                        i32.store8 offset=56
                                        local.get 11
                                        local.get 3
                                        i64.store offset=64 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=72
                                        i32.const 0
                                        local.get 5
                                        i32.store offset=FUEL align=1
                                        local.get 15
                                        local.get 11
                                        i32.store align=1
                                        local.get 15
                                        local.get 0
                                        i32.const 176
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 15
                                        local.get 2
                                        i32.load offset=8 align=1
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 15
                                        i32.const line2.8
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 15
                                        i32.store offset=FRAME align=1
                                        i32.const -1
                                        local.set 16
                                        br 6 (;@69;)
                                      end
                                      i32.const 0
                                      local.get 5
                                      i32.store offset=FUEL align=1
                                      local.get 0
                                      i32.const 144
                                      i32.add
                                      local.get 16
                                      local.get 2
                                      local.get 3
                                      local.get 21
                                      call $line2_4
                                      local.set 19
                                      i32.const 0
                                      i32.load offset=COMPILED_STATUS align=1
                                      local.tee 20
                                      i32.eqz
                                      if  ;; @80
                                        i32.const 0
                                        i32.const 0
                                        i32.load offset=FUEL align=1
                                        i32.store offset=FUEL align=1
                                        local.get 23
                                        local.get 19
                                        i64.add
                                        local.set 18
                                        br 3 (;@73;)
                                      end
                                      local.get 20
                                      i32.const -8
                                      i32.eq
                                      if  ;; @81
                                        local.get 11
                                        local.get 23
                                        i64.store offset=32 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=40
                                        local.get 11
                                        local.get 13
                                        i64.extend_i32_u
                                        i64.store offset=48 align=1
                                        local.get 11
                                        i32.const 11
                                        i32.store8 offset=56
                                        local.get 11
                                        local.get 3
                                        i64.store offset=64 align=1
                                        local.get 11
                                        i32.const 4
                                        i32.store8 offset=72
                                        i32.const 0
                                        local.get 5
                                        i32.store offset=FUEL align=1
                                        local.get 15
                                        local.get 11
                                        i32.store align=1
                                        local.get 15
                                        local.get 0
                                        i32.const 176
                                        i32.add
                                        i64.extend_i32_u
                                        i64.store offset=8 align=1
                                        local.get 15
                                        local.get 2
                                        i32.load offset=8 align=1
                                        i32.load offset=16 align=1
                                        i32.store offset=24 align=1
                                        local.get 15
                                        i32.const line2.8
                                        i32.store offset=4 align=1
                                        i32.const 0
                                        local.get 15
                                        i32.store offset=FRAME align=1
                                        i32.const -1
                                        local.set 16
                                        br 6 (;@69;)
                                      end
                                      local.get 11
                                      local.get 23
                                      i64.store offset=32 align=1
                                      local.get 11
                                      i32.const 4
                                      i32.store8 offset=40
                                      local.get 15
                                      i64.const 1
                                      i64.store offset=48 align=1
                                      i32.const 0
                                      i32.load offset=TAILED_FRAME align=1
                                      local.tee 5
                                      local.get 16
                                      i32.eq
                                      if  ;; @82
                                        local.get 5
                                        i32.const 4
                                        i32.store offset=20 align=1
                                        i32.const 0
                                        i32.const 0
                                        i32.store offset=TAILED_FRAME align=1
                                      else
                                        local.get 11
                                        local.get 13
                                        i64.extend_i32_u
                                        i64.store offset=48 align=1
                                        local.get 11
                                        i32.const 11
                                        i32.store8 offset=56
                                      end
                                      local.get 15
                                      local.get 11
                                      i32.store align=1
                                      local.get 15
                                      local.get 0
                                      i32.const 176
                                      i32.add
                                      i64.extend_i32_u
                                      i64.store offset=8 align=1
                                      local.get 15
                                      local.get 2
                                      i32.load offset=8 align=1
                                      i32.load offset=16 align=1
                                      i32.store offset=24 align=1
                                      local.get 15
                                      i32.const line2.9
                                      i32.store offset=4 align=1
                                      i64.const 0
                                      local.get 20
                                      local.set 16
                                      local.set 3
                                    end
                                    local.get 16
                                    br_if 4 (;@69;)
                                    local.get 3
                                    local.set 18
                                  end
                                end
                                i32.const 0
                                i32.const 0
                                i32.load offset=FUEL align=1
                                i32.store offset=FUEL align=1
                                local.get 17
                                local.get 18
                                i64.add
                                local.set 14
                                br 7 (;@51;)
                              end
                            end
                            i32.const -8
                            local.set 16
                          end
                          local.get 16
                          i32.const -8
                          i32.eq
                          if  ;; @83
                            local.get 8
                            local.get 17
                            i64.store offset=32 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=40
                            local.get 8
                            local.get 10
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 8
                            i32.const 11
                            i32.store8 offset=56
                            local.get 8
                            local.get 18
                            i64.store offset=64 align=1
                            local.get 8
                            i32.const 4
                            i32.store8 offset=72
                            i32.const 0
                            local.get 9
                            i32.store offset=FUEL align=1
                            local.get 12
                            local.get 8
                            i32.store align=1
                            local.get 12
                            local.get 0
                            i32.const 128
                            i32.add
                            i64.extend_i32_u
                            i64.store offset=8 align=1
                            local.get 12
                            local.get 2
                            i32.load offset=8 align=1
                            i32.load offset=16 align=1
                            i32.store offset=24 align=1
                            local.get 12
                            i32.const line2.8
                            i32.store offset=4 align=1
                            i32.const 0
                            local.get 12
                            i32.store offset=FRAME align=1
                            i32.const -1
                            local.set 16
                            br 8 (;@47;)
                          end
                          local.get 8
                          local.get 17
                          i64.store offset=32 align=1
                          local.get 8
                          i32.const 4
                          i32.store8 offset=40
                          local.get 12
                          i64.const 1
                          i64.store offset=48 align=1
                          i32.const 0
                          i32.load offset=TAILED_FRAME align=1
                          local.tee 5
                          local.get 15
                          i32.eq
                          if  ;; @84
                            local.get 5
                            i32.const 4
                            i32.store offset=20 align=1
                            i32.const 0
                            i32.const 0
                            i32.store offset=TAILED_FRAME align=1
                          else
                            local.get 8
                            local.get 10
                            i64.extend_i32_u
                            i64.store offset=48 align=1
                            local.get 8
                            i32.const 11
                            i32.store8 offset=56
                          end
                          local.get 12
                          local.get 8
                          i32.store align=1
                          local.get 12
                          local.get 0
                          i32.const 128
                          i32.add
                          i64.extend_i32_u
                          i64.store offset=8 align=1
                          local.get 12
                          local.get 2
                          i32.load offset=8 align=1
                          i32.load offset=16 align=1
                          i32.store offset=24 align=1
                          local.get 12
                          i32.const line2.9
                          i32.store offset=4 align=1
                          i64.const 0
                          local.set 3
                          br 2 (;@53;)
                        end
                        i32.const -8
                        local.set 16
                      end
                      local.get 16
                      i32.const -8
                      i32.eq
                      if  ;; @85
                        local.get 8
                        local.get 14
                        i64.store offset=16 align=1
                        local.get 8
                        i32.const 4
                        i32.store8 offset=24
                        local.get 8
                        local.get 7
                        i64.extend_i32_u
                        i64.store offset=32 align=1
                        local.get 8
                        i32.const 11
                        i32.store8 offset=40
                        local.get 8
                        local.get 17
                        i64.store offset=48 align=1
                        local.get 8
                        i32.const 4
                        i32.store8 offset=56
                        i32.const 0
                        local.get 11
                        i32.store offset=FUEL align=1
                        local.get 12
                        local.get 8
                        i32.store align=1
                        local.get 12
                        local.get 0
                        i32.const 128
                        i32.add
                        i64.extend_i32_u
                        i64.store offset=8 align=1
                        local.get 12
                        local.get 2
                        i32.load offset=8 align=1
                        i32.load offset=16 align=1
                        i32.store offset=24 align=1
                        local.get 12
                        i32.const line2.5
                        i32.store offset=4 align=1
                        i32.const 0
                        local.get 12
                        i32.store offset=FRAME align=1
                        i32.const -1
                        local.set 16
                        br 6 (;@47;)
                      end
                      local.get 8
                      local.get 14
                      i64.store offset=16 align=1
                      local.get 8
                      i32.const 4
                      i32.store8 offset=24
                      local.get 12
                      i64.const 1
                      i64.store offset=48 align=1
                      i32.const 0
                      i32.load offset=TAILED_FRAME align=1
                      local.tee 5
                      local.get 15
                      i32.eq
                      if  ;; @86
                        local.get 5
                        i32.const 4
                        i32.store offset=20 align=1
                        i32.const 0
                        i32.const 0
                        i32.store offset=TAILED_FRAME align=1
                      else
                        local.get 8
                        local.get 7
                        i64.extend_i32_u
                        i64.store offset=32 align=1
                        local.get 8
                        i32.const 11
                        i32.store8 offset=40
                      end
                      local.get 12
                      local.get 8
                      i32.store align=1
                      local.get 12
                      local.get 0
                      i32.const 128
                      i32.add
                      i64.extend_i32_u
                      i64.store offset=8 align=1
                      local.get 12
                      local.get 2
                      i32.load offset=8 align=1
                      i32.load offset=16 align=1
                      i32.store offset=24 align=1
                      local.get 12
                      i32.const line2.6
                      i32.store offset=4 align=1
                      i64.const 0
                      local.set 3
                    end
                    local.get 16
                    br_if 4 (;@47;)
                    local.get 3
                    local.set 14
                  end
                end
                i32.const 0
                i32.const 0
                i32.load offset=FUEL align=1
                i32.store offset=FUEL align=1
                local.get 4
                local.get 14
                i64.add
                return
              end
            end
            i32.const -8
            local.set 16
          end
          local.get 16
          i32.const -8
          i32.eq
          if  ;; @87
            local.get 0
            local.get 4
            i64.store offset=32 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=40
            local.get 0
            local.get 7
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 0
            i32.const 11
            i32.store8 offset=56
            local.get 0
            local.get 14
            i64.store offset=64 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 6
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
            i32.const line2.8
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
          local.get 4
          i64.store offset=32 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=40
          local.get 1
          i64.const 1
          i64.store offset=48 align=1
          i32.const 0
          i32.load offset=TAILED_FRAME align=1
          local.tee 5
          local.get 12
          i32.eq
          if  ;; @88
            local.get 5
            i32.const 4
            i32.store offset=20 align=1
            i32.const 0
            i32.const 0
            i32.store offset=TAILED_FRAME align=1
          else
            local.get 0
            local.get 7
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 0
            i32.const 11
            i32.store8 offset=56
          end
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
          i32.const line2.9
          i32.store offset=4 align=1
          i32.const 0
          local.get 16
          i32.store offset=COMPILED_STATUS align=1
          i64.const 0
          return
        end
        i32.const -8
        local.set 8
      end
      local.get 8
      i32.const -8
      i32.eq
      if  ;; @89
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        local.get 0
        local.get 10
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 11
        i32.store8 offset=40
        local.get 0
        local.get 4
        i64.store offset=48 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=56
        i32.const 0
        local.get 9
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
        i32.const line2.5
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
      i32.const 4
      i32.store8 offset=24
      local.get 1
      i64.const 1
      i64.store offset=48 align=1
      i32.const 0
      i32.load offset=TAILED_FRAME align=1
      local.tee 5
      local.get 12
      i32.eq
      if  ;; @90
        local.get 5
        i32.const 4
        i32.store offset=20 align=1
        i32.const 0
        i32.const 0
        i32.store offset=TAILED_FRAME align=1
      else
        local.get 0
        local.get 10
        i64.extend_i32_u
        i64.store offset=32 align=1
        local.get 0
        i32.const 11
        i32.store8 offset=40
      end
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
      i32.const line2.6
      i32.store offset=4 align=1
      i32.const 0
      local.get 8
      i32.store offset=COMPILED_STATUS align=1
      i64.const 0
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i64.const 0
  )
