  (func $line2_4 (type 4) (param i32 i32 i32 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i64 i64 i64 i32 i32 i64)
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
      i32.gt_u
      br_if 0 (;@1;)
      local.get 1
      local.get 6
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
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
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
      local.get 3
      i64.const 2
      i64.lt_s
      if  ;; @3
        i32.const 0
        local.get 8
        i32.store offset=FUEL align=1
        local.get 3
        return
      end
      local.get 2
      i32.load offset=16 align=1
      i32.load offset=8 align=1
      local.tee 9
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
      local.get 9
      i32.load align=1
      local.tee 9
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
        local.get 9
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
          local.set 10
          local.get 1
          i32.const 32
          i32.add
          local.set 11
          i32.const 0
          local.get 8
          i32.store offset=FUEL align=1
          local.get 5
          i32.const -1
          i32.add
          i32.const 0
          i32.gt_s
          local.tee 12
          i32.eqz
          br_if 0 (;@7;)
          local.get 0
          i32.const 240
          i32.add
          local.get 6
          i32.load offset=12 align=1
          i32.gt_u
          br_if 0 (;@7;)
          local.get 11
          local.get 6
          i32.load offset=24 align=1
          i32.ge_u
          br_if 0 (;@7;)
          local.get 7
          i32.const -2
          i32.add
          local.tee 6
          i32.const 0
          i32.lt_s
          if  ;; @8
            local.get 10
            local.get 4
            i64.store offset=16 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=24
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 11
            local.get 10
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.0
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const 4
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          local.get 4
          i64.const 2
          i64.lt_s
          if  ;; @9
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 4
            i32.const 0
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          local.get 0
          i32.const 64
          i32.add
          local.get 1
          i32.const 64
          i32.add
          local.tee 7
          local.get 2
          local.get 3
          i64.const -2
          i64.add
          local.tee 13
          local.get 5
          i32.const -2
          i32.add
          i64.extend_i32_u
          local.tee 14
          call $line2_4
          local.set 15
          i32.const 0
          i32.load offset=COMPILED_STATUS align=1
          local.tee 16
          if  ;; @10
            local.get 16
            i32.const -8
            i32.eq
            if  ;; @11
              local.get 10
              local.get 4
              i64.store offset=16 align=1
              local.get 10
              i32.const 4
              i32.store8 offset=24
              local.get 10
              local.get 9
              i64.extend_i32_u
              i64.store offset=32 align=1
              local.get 10
              i32.const 11
              i32.store8 offset=40
              local.get 10
              local.get 13
              i64.store offset=48 align=1
              local.get 10
              i32.const 4
              i32.store8 offset=56
              i32.const 0
              local.get 6
              i32.store offset=FUEL align=1
              local.get 11
              local.get 10
              i32.store align=1
              local.get 11
              local.get 0
              i32.const 112
              i32.add
              i64.extend_i32_u
              i64.store offset=8 align=1
              local.get 11
              local.get 2
              i32.load offset=8 align=1
              i32.load offset=16 align=1
              i32.store offset=24 align=1
              local.get 11
              i32.const line2.5
              i32.store offset=4 align=1
              i32.const 0
              local.get 11
              i32.store offset=FRAME align=1
              i64.const 0
              i32.const -1
              local.set 16
              local.set 13
              br 3 (;@6;)
            end
            local.get 10
            local.get 4
            i64.store offset=16 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=24
            local.get 11
            i64.const 1
            i64.store offset=48 align=1
            i32.const 0
            i32.load offset=TAILED_FRAME align=1
            local.tee 6
            local.get 7
            i32.eq
            if  ;; @12
              local.get 6
              i32.const 4
              i32.store offset=20 align=1
              i32.const 0
              i32.const 0
              i32.store offset=TAILED_FRAME align=1
            else
              local.get 10
              local.get 9
              i64.extend_i32_u
              i64.store offset=32 align=1
              local.get 10
              i32.const 11
              i32.store8 offset=40
            end
            local.get 11
            local.get 10
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.6
            i32.store offset=4 align=1
            i64.const 0
            local.set 13
            br 2 (;@6;)
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 6
          local.get 2
          i32.load offset=16 align=1
          i32.load offset=8 align=1
          local.tee 16
          i32.load8_s offset=8
          i32.const 11
          i32.ne
          if  ;; @13
            i32.const 0
            i32.const exit(line2.6)
            i32.store offset=LAST_EXIT align=1
            local.get 10
            local.get 4
            i64.store offset=16 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=24
            local.get 10
            local.get 15
            i64.store offset=32 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=40
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 11
            local.get 10
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.6
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          local.get 3
          i64.const -3
          i64.add
          local.set 13
          local.get 16
          i32.load align=1
          local.tee 16
          local.get 2
          i32.ne
          if  ;; @14
            i32.const 0
            i32.const exit(line2.8)
            i32.store offset=LAST_EXIT align=1
            local.get 10
            local.get 15
            i64.store offset=32 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=40
            local.get 10
            local.get 16
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 10
            i32.const 11
            i32.store8 offset=56
            local.get 10
            local.get 13
            i64.store offset=64 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 11
            local.get 10
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.8
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          local.get 0
          i32.const 80
          i32.add
          local.get 7
          local.get 2
          local.get 13
          local.get 14
          call $line2_4
          local.set 14
          i32.const 0
          i32.load offset=COMPILED_STATUS align=1
          local.tee 17
          i32.eqz
          if  ;; @15
            i32.const 0
            i32.const 0
            i32.load offset=FUEL align=1
            i32.store offset=FUEL align=1
            local.get 15
            local.get 14
            i64.add
            i32.const 0
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          local.get 17
          i32.const -8
          i32.eq
          if  ;; @16
            local.get 10
            local.get 15
            i64.store offset=32 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=40
            local.get 10
            local.get 16
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 10
            i32.const 11
            i32.store8 offset=56
            local.get 10
            local.get 13
            i64.store offset=64 align=1
            local.get 10
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 6
            i32.store offset=FUEL align=1
            local.get 11
            local.get 10
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 112
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.8
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 16
            local.set 13
            br 2 (;@6;)
          end
          local.get 10
          local.get 15
          i64.store offset=32 align=1
          local.get 10
          i32.const 4
          i32.store8 offset=40
          local.get 11
          i64.const 1
          i64.store offset=48 align=1
          i32.const 0
          i32.load offset=TAILED_FRAME align=1
          local.tee 6
          local.get 7
          i32.eq
          if  ;; @17
            local.get 6
            i32.const 4
            i32.store offset=20 align=1
            i32.const 0
            i32.const 0
            i32.store offset=TAILED_FRAME align=1
          else
            local.get 10
            local.get 16
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 10
            i32.const 11
            i32.store8 offset=56
          end
          local.get 11
          local.get 10
          i32.store align=1
          local.get 11
          local.get 0
          i32.const 112
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 11
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 11
          i32.const line2.9
          i32.store offset=4 align=1
          i64.const 0
          local.get 17
          local.set 16
          local.set 13
          br 1 (;@6;)
        end
        i64.const 0
        i32.const -8
        local.set 16
        local.set 13
      end
      local.get 16
      if  ;; @18
        local.get 16
        i32.const -8
        i32.eq
        if  ;; @19
          local.get 0
          local.get 3
          i64.store offset=16 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=24
          local.get 0
          local.get 9
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
        local.get 11
        i32.eq
        if  ;; @20
          local.get 5
          i32.const 4
          i32.store offset=20 align=1
          i32.const 0
          i32.const 0
          i32.store offset=TAILED_FRAME align=1
        else
          local.get 0
          local.get 9
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
        local.get 16
        i32.store offset=COMPILED_STATUS align=1
        i64.const 0
        return
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
      if  ;; @21
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
        local.get 13
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
      local.set 4
      local.get 7
      i32.load align=1
      local.tee 7
      local.get 2
      i32.ne
      if  ;; @22
        i32.const 0
        i32.const exit(line2.8)
        i32.store offset=LAST_EXIT align=1
        local.get 0
        local.get 13
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
        local.get 4
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
      block  ;; @23
        block  ;; @24
          local.get 0
          i32.const 48
          i32.add
          local.set 8
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          local.get 12
          i32.eqz
          br_if 0 (;@24;)
          local.get 0
          i32.const 256
          i32.add
          i32.const 0
          i32.load offset=COROUTINE align=1
          local.tee 9
          i32.load offset=12 align=1
          i32.gt_u
          br_if 0 (;@24;)
          local.get 11
          local.get 9
          i32.load offset=24 align=1
          i32.ge_u
          br_if 0 (;@24;)
          local.get 6
          i32.const -1
          i32.add
          local.tee 9
          i32.const 0
          i32.lt_s
          if  ;; @25
            local.get 8
            local.get 4
            i64.store offset=16 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=24
            i32.const 0
            local.get 9
            i32.store offset=FUEL align=1
            local.get 11
            local.get 8
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 128
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.0
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const 4
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          local.get 4
          i64.const 2
          i64.lt_s
          if  ;; @26
            i32.const 0
            local.get 9
            i32.store offset=FUEL align=1
            local.get 4
            i32.const 0
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          i32.const 0
          local.get 9
          i32.store offset=FUEL align=1
          local.get 0
          i32.const 80
          i32.add
          local.get 1
          i32.const 64
          i32.add
          local.tee 10
          local.get 2
          local.get 3
          i64.const -3
          i64.add
          local.tee 14
          local.get 5
          i32.const -2
          i32.add
          i64.extend_i32_u
          local.tee 15
          call $line2_4
          local.set 18
          i32.const 0
          i32.load offset=COMPILED_STATUS align=1
          local.tee 5
          if  ;; @27
            local.get 5
            i32.const -8
            i32.eq
            if  ;; @28
              local.get 8
              local.get 4
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
              local.get 14
              i64.store offset=48 align=1
              local.get 8
              i32.const 4
              i32.store8 offset=56
              i32.const 0
              local.get 9
              i32.store offset=FUEL align=1
              local.get 11
              local.get 8
              i32.store align=1
              local.get 11
              local.get 0
              i32.const 128
              i32.add
              i64.extend_i32_u
              i64.store offset=8 align=1
              local.get 11
              local.get 2
              i32.load offset=8 align=1
              i32.load offset=16 align=1
              i32.store offset=24 align=1
              local.get 11
              i32.const line2.5
              i32.store offset=4 align=1
              i32.const 0
              local.get 11
              i32.store offset=FRAME align=1
              i64.const 0
              i32.const -1
              local.set 5
              local.set 3
              br 3 (;@23;)
            end
            local.get 8
            local.get 4
            i64.store offset=16 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=24
            local.get 11
            i64.const 1
            i64.store offset=48 align=1
            i32.const 0
            i32.load offset=TAILED_FRAME align=1
            local.tee 9
            local.get 10
            i32.eq
            if  ;; @29
              local.get 9
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
            local.get 11
            local.get 8
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 128
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.6
            i32.store offset=4 align=1
            i64.const 0
            local.set 3
            br 2 (;@23;)
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 5
          local.get 2
          i32.load offset=16 align=1
          i32.load offset=8 align=1
          local.tee 9
          i32.load8_s offset=8
          i32.const 11
          i32.ne
          if  ;; @30
            i32.const 0
            i32.const exit(line2.6)
            i32.store offset=LAST_EXIT align=1
            local.get 8
            local.get 4
            i64.store offset=16 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=24
            local.get 8
            local.get 18
            i64.store offset=32 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=40
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 11
            local.get 8
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 128
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.6
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          local.get 3
          i64.const -4
          i64.add
          local.set 3
          local.get 9
          i32.load align=1
          local.tee 9
          local.get 2
          i32.ne
          if  ;; @31
            i32.const 0
            i32.const exit(line2.8)
            i32.store offset=LAST_EXIT align=1
            local.get 8
            local.get 18
            i64.store offset=32 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=40
            local.get 8
            local.get 9
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 8
            i32.const 11
            i32.store8 offset=56
            local.get 8
            local.get 3
            i64.store offset=64 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 11
            local.get 8
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 128
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.8
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 0
          i32.const 96
          i32.add
          local.get 10
          local.get 2
          local.get 3
          local.get 15
          call $line2_4
          local.set 14
          i32.const 0
          i32.load offset=COMPILED_STATUS align=1
          local.tee 12
          i32.eqz
          if  ;; @32
            i32.const 0
            i32.const 0
            i32.load offset=FUEL align=1
            i32.store offset=FUEL align=1
            local.get 18
            local.get 14
            i64.add
            i32.const 0
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          local.get 12
          i32.const -8
          i32.eq
          if  ;; @33
            local.get 8
            local.get 18
            i64.store offset=32 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=40
            local.get 8
            local.get 9
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 8
            i32.const 11
            i32.store8 offset=56
            local.get 8
            local.get 3
            i64.store offset=64 align=1
            local.get 8
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            local.get 5
            i32.store offset=FUEL align=1
            local.get 11
            local.get 8
            i32.store align=1
            local.get 11
            local.get 0
            i32.const 128
            i32.add
            i64.extend_i32_u
            i64.store offset=8 align=1
            local.get 11
            local.get 2
            i32.load offset=8 align=1
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            local.get 11
            i32.const line2.8
            i32.store offset=4 align=1
            i32.const 0
            local.get 11
            i32.store offset=FRAME align=1
            i64.const 0
            i32.const -1
            local.set 5
            local.set 3
            br 2 (;@23;)
          end
          local.get 8
          local.get 18
          i64.store offset=32 align=1
          local.get 8
          i32.const 4
          i32.store8 offset=40
          local.get 11
          i64.const 1
          i64.store offset=48 align=1
          i32.const 0
          i32.load offset=TAILED_FRAME align=1
          local.tee 5
          local.get 10
          i32.eq
          if  ;; @34
            local.get 5
            i32.const 4
            i32.store offset=20 align=1
            i32.const 0
            i32.const 0
            i32.store offset=TAILED_FRAME align=1
          else
            local.get 8
            local.get 9
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 8
            i32.const 11
            i32.store8 offset=56
          end
          local.get 11
          local.get 8
          i32.store align=1
          local.get 11
          local.get 0
          i32.const 128
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 11
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 11
          i32.const line2.9
          i32.store offset=4 align=1
          i64.const 0
          local.get 12
          local.set 5
          local.set 3
          br 1 (;@23;)
        end
        i64.const 0
        i32.const -8
        local.set 5
        local.set 3
      end
      local.get 5
      i32.eqz
      if  ;; @35
        i32.const 0
        i32.const 0
        i32.load offset=FUEL align=1
        i32.store offset=FUEL align=1
        local.get 13
        local.get 3
        i64.add
        return
      end
      local.get 5
      i32.const -8
      i32.eq
      if  ;; @36
        local.get 0
        local.get 13
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
        local.get 4
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
      local.get 13
      i64.store offset=32 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=40
      local.get 1
      i64.const 1
      i64.store offset=48 align=1
      i32.const 0
      i32.load offset=TAILED_FRAME align=1
      local.tee 6
      local.get 11
      i32.eq
      if  ;; @37
        local.get 6
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
