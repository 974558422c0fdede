  (func $line1_7 (type 5) (param i32 i32 i32 i64 i64) (result i64)
    (local i32 i32 i32 i32 i32 i32)
    block  ;; @1
      local.get 4
      i32.wrap_i64
      local.tee 5
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 192
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
      local.tee 7
      i32.store offset=24 align=1
      i32.const 0
      local.get 1
      i32.store offset=FRAME align=1
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
        i32.const 0
        local.get 6
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
      local.get 3
      i64.const 3
      i64.gt_s
      if  ;; @3
        block  ;; @4
          block  ;; @5
            local.get 2
            i32.load offset=16 align=1
            i32.load offset=8 align=1
            local.tee 8
            i32.load8_s offset=8
            i32.const 10
            i32.ne
            br_if 0 (;@5;)
            i32.const 1
            local.get 8
            i32.load align=1
            local.tee 9
            i32.load8_s offset=7
            i32.shl
            i32.const -1
            i32.add
            i32.const -1624024727
            i32.and
            i32.const 24
            i32.mul
            local.get 9
            i32.load offset=20 align=1
            i32.add
            local.tee 9
            i32.load offset=8 align=1
            local.get 7
            i32.load align=1
            i32.ne
            br_if 0 (;@5;)
            local.get 9
            i32.load16_u offset=16 align=1
            local.tee 10
            i32.const -2049
            i32.add
            i32.const 127
            i32.ge_u
            br_if 0 (;@5;)
            local.get 0
            local.get 9
            i64.load align=1
            i64.store offset=32 align=1
            local.get 0
            local.get 10
            i32.const -2048
            i32.add
            i32.store8 offset=40
            br 1 (;@4;)
          end
          local.get 8
          local.get 7
          local.get 0
          i32.const 32
          i32.add
          call $get
          br_if 0 (;@4;)
          local.get 0
          local.get 3
          i64.store offset=16 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=24
          i32.const 0
          local.get 6
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 5
          i32.store offset=COMPILED_ROOM align=1
          local.get 1
          i32.const line1.3
          i32.const line1.3
          call $general
          local.tee 6
          if  ;; @6
            i32.const 0
            local.get 6
            i32.store offset=COMPILED_STATUS align=1
            i64.const 0
            return
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 6
        end
        local.get 0
        local.get 2
        i32.load offset=8 align=1
        i32.load offset=16 align=1
        local.tee 2
        i64.load offset=16 align=1
        i64.store offset=48 align=1
        local.get 0
        local.get 2
        i32.load8_s offset=24
        i32.store8 offset=56
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 5
        i32.store offset=COMPILED_ROOM align=1
        i32.const 16908614
        local.get 1
        i32.const line1.5
        call $call
        local.tee 2
        if  ;; @7
          i32.const 0
          local.get 2
          i32.store offset=COMPILED_STATUS align=1
          i64.const 0
          return
        end
        i32.const 0
        i32.load offset=FUEL align=1
        local.set 6
      end
      local.get 1
      i32.load offset=20 align=1
      i32.const -10245
      i32.and
      if  ;; @8
        local.get 0
        local.get 3
        i64.store offset=16 align=1
        local.get 0
        i32.const 4
        i32.store8 offset=24
        i32.const 0
        local.get 6
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 5
        i32.store offset=COMPILED_ROOM align=1
        i32.const 0
        local.get 1
        i32.const line1.6
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
      local.get 6
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
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    i64.const 0
  )

  (func $line5_4 (type 4) (param i32 i32 i32 i64 i64)
    (local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)
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
      local.set 8
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
      local.tee 9
      i32.store offset=24 align=1
      i32.const 0
      local.get 1
      i32.store offset=FRAME align=1
      local.get 8
      i32.const -1
      i32.add
      local.tee 10
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
        local.get 10
        i32.store offset=FUEL align=1
        local.get 1
        i32.const line5.0
        i32.store offset=4 align=1
        i32.const 0
        i32.const 4
        i32.store offset=COMPILED_STATUS align=1
        return
      end
      block  ;; @3
        local.get 2
        i32.load offset=16 align=1
        i32.load offset=8 align=1
        local.tee 11
        i32.load8_s offset=8
        i32.const 10
        i32.ne
        br_if 0 (;@3;)
        local.get 9
        i32.load align=1
        local.set 9
        local.get 11
        i32.load align=1
        local.tee 11
        i32.load8_s offset=7
        i32.const 5
        i32.ne
        br_if 0 (;@3;)
        local.get 11
        i32.load offset=20 align=1
        local.tee 11
        i32.load offset=392 align=1
        local.get 9
        i32.ne
        br_if 0 (;@3;)
        local.get 11
        i32.load16_u offset=400 align=1
        local.tee 9
        i32.const -2049
        i32.add
        i32.const 127
        i32.ge_u
        br_if 0 (;@3;)
        local.get 0
        local.get 11
        i64.load offset=384 align=1
        i64.store offset=32 align=1
        local.get 0
        local.get 9
        i32.const -2048
        i32.add
        i32.store8 offset=40
        local.get 2
        i32.load offset=20 align=1
        i32.load offset=8 align=1
        local.tee 2
        i32.load8_s offset=8
        i32.const 11
        i32.ne
        if  ;; @4
          i32.const 0
          i32.const exit(line5.1)
          i32.store offset=LAST_EXIT align=1
          local.get 0
          local.get 3
          i64.store offset=16 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=24
          i32.const 0
          local.get 10
          i32.store offset=FUEL align=1
          local.get 1
          i32.const line5.1
          i32.store offset=4 align=1
          i32.const 0
          i32.const -1
          i32.store offset=COMPILED_STATUS align=1
          return
        end
        block  ;; @5
          block  ;; @6
            local.get 0
            local.get 2
            i32.load align=1
            local.tee 2
            i64.extend_i32_u
            i64.store offset=48 align=1
            local.get 0
            i32.const 11
            i32.store8 offset=56
            local.get 0
            local.get 3
            i64.store offset=64 align=1
            local.get 0
            i32.const 4
            i32.store8 offset=72
            i32.const 0
            i32.load offset=DEBT align=1
            i32.const 0
            i32.gt_s
            br_if 0 (;@6;)
            local.get 0
            i32.load8_s offset=40
            i32.const 6
            i32.ne
            br_if 0 (;@6;)
            local.get 0
            i32.load offset=32 align=1
            i32.const 8
            i32.ne
            br_if 0 (;@6;)
            local.get 2
            i32.load offset=8 align=1
            local.tee 2
            i32.load offset=76 align=1
            local.tee 9
            i32.eqz
            br_if 0 (;@6;)
            local.get 2
            i32.load16_s offset=6 align=1
            local.tee 11
            i32.const 3
            i32.gt_u
            br_if 0 (;@6;)
            local.get 1
            i32.const 64
            i32.add
            local.set 12
            local.get 0
            i32.const 48
            i32.add
            local.tee 13
            local.get 2
            i32.load offset=64 align=1
            i32.add
            i32.const 144
            i32.add
            local.get 7
            i32.gt_u
            br_if 0 (;@6;)
            local.get 12
            local.get 6
            i32.ge_s
            br_if 0 (;@6;)
            local.get 5
            i32.const -10
            i32.add
            local.tee 6
            i32.const 0
            i32.lt_s
            br_if 0 (;@6;)
            local.get 0
            i32.const 400
            i32.add
            local.set 14
            local.get 0
            i32.const 528
            i32.add
            local.get 7
            i32.gt_u
            br_if 0 (;@6;)
            i32.const 0
            i32.load offset=NESTING align=1
            local.tee 7
            i32.const 0
            i32.load offset=NESTING_BELOW align=1
            i32.add
            i32.const 200
            i32.ge_s
            br_if 0 (;@6;)
            local.get 11
            i32.const 1
            i32.gt_s
            if  ;; @7
              local.get 0
              i32.const 0
              local.get 0
              i32.load8_s offset=88
              i32.const 2
              local.get 11
              i32.le_s
              select
              i32.store8 offset=88
              local.get 0
              i32.const 0
              local.get 0
              i32.load8_s offset=104
              i32.const 3
              local.get 11
              i32.le_s
              select
              i32.store8 offset=104
            end
            local.get 1
            i32.const line5.4
            i32.store offset=4 align=1
            local.get 1
            i32.const 32
            i32.add
            local.set 10
            local.get 1
            local.get 0
            i32.const 32
            i32.add
            local.tee 11
            i32.store offset=32 align=1
            local.get 1
            i32.const 1
            i32.store offset=36 align=1
            local.get 1
            local.get 14
            i32.store offset=40 align=1
            local.get 1
            i32.const 2
            i32.store offset=44 align=1
            local.get 1
            local.get 13
            i32.store offset=56 align=1
            local.get 1
            i32.const 1
            i32.store offset=60 align=1
            local.get 1
            i32.const 2
            i32.store offset=48 align=1
            local.get 1
            local.get 7
            i32.const 16
            i32.shl
            i32.const 9
            i32.or
            i32.store offset=52 align=1
            i32.const 0
            local.get 7
            i32.const 1
            i32.add
            i32.store offset=NESTING align=1
            local.get 13
            local.get 2
            i32.load offset=64 align=1
            i32.add
            local.set 7
            local.get 12
            local.get 2
            i32.load offset=80 align=1
            i32.store offset=4 align=1
            local.get 12
            local.get 13
            i32.store align=1
            local.get 12
            local.get 7
            i32.const 16
            i32.add
            i32.store offset=8 align=1
            local.get 12
            i32.const 0
            i32.store offset=12 align=1
            local.get 12
            i64.const 8800387989503
            i64.store offset=16 align=1
            local.get 12
            local.get 2
            i32.load offset=16 align=1
            i32.store offset=24 align=1
            i32.const 0
            local.get 12
            i32.store offset=FRAME align=1
            i32.const 0
            local.get 8
            i32.const -3
            i32.add
            local.tee 2
            i32.store offset=FUEL align=1
            local.get 2
            i32.const 0
            i32.lt_s
            if  ;; @8
              i32.const 0
              i32.const 4
              i32.store offset=COMPILED_STATUS align=1
              return
            end
            block  ;; @9
              i32.const 0
              local.get 6
              i32.store offset=COMPILED_ROOM align=1
              local.get 12
              local.get 9
              i32.const 1
              i32.add
              call_indirect (type 2)
              local.tee 2
              br_if 0 (;@9;)
              i32.const 0
              i32.load offset=FRAME align=1
              local.get 10
              i32.ne
              br_if 0 (;@9;)
              local.get 10
              i32.load align=1
              local.get 11
              i32.ne
              br_if 0 (;@9;)
              local.get 10
              i32.load16_u offset=20 align=1
              i32.const 9
              i32.ne
              br_if 0 (;@9;)
              i32.const 0
              i32.load offset=DEBT align=1
              i32.const 0
              i32.gt_s
              br_if 0 (;@9;)
              i32.const 0
              i32.load offset=TOP align=1
              local.set 2
              i32.const 0
              local.get 10
              i32.load16_u offset=22 align=1
              i32.store offset=NESTING align=1
              i32.const 0
              local.get 1
              i32.store offset=FRAME align=1
              local.get 0
              i32.const 2
              i32.store8 offset=40
              local.get 2
              local.get 0
              i32.const 64
              i32.add
              i32.lt_u
              if  ;; @10
                local.get 0
                i32.const 0
                local.get 0
                i32.load8_s offset=56
                local.get 2
                local.get 13
                i32.le_u
                select
                i32.store8 offset=56
              end
              i32.const 0
              i32.load offset=FUEL align=1
              local.set 2
              br 2 (;@5;)
            end
            local.get 2
            local.get 1
            local.get 0
            i32.const line5.4
            call $afterProtected
            local.tee 2
            if  ;; @11
              i32.const 0
              local.get 2
              i32.store offset=COMPILED_STATUS align=1
              return
            end
            i32.const 0
            i32.load offset=FUEL align=1
            local.set 2
            br 1 (;@5;)
          end
          i32.const 0
          local.get 10
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 5
          i32.store offset=COMPILED_ROOM align=1
          i32.const 50528582
          local.get 1
          i32.const line5.4
          call $call
          local.tee 2
          if  ;; @12
            i32.const 0
            local.get 2
            i32.store offset=COMPILED_STATUS align=1
            return
          end
          i32.const 0
          i32.load offset=FUEL align=1
          local.set 2
        end
        block  ;; @13
          local.get 0
          i32.load8_s offset=40
          i32.const 1
          i32.gt_s
          if  ;; @14
            local.get 0
            i32.load8_s offset=56
            local.tee 6
            i32.const 1
            i32.gt_s
            if  ;; @15
              local.get 0
              local.get 0
              i64.load offset=48 align=1
              i64.store offset=64 align=1
              local.get 0
              local.get 6
              i32.store8 offset=72
              br 2 (;@13;)
            end
          end
          local.get 0
          i64.const 0
          i64.store offset=64 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=72
        end
        local.get 1
        i32.load offset=20 align=1
        i32.const -10245
        i32.and
        if  ;; @16
          i32.const 0
          local.get 2
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 5
          i32.store offset=COMPILED_ROOM align=1
          i32.const 0
          local.get 1
          i32.const line5.10
          call $leave
          local.tee 0
          i32.const -9
          local.get 0
          select
          i32.store offset=COMPILED_STATUS align=1
          return
        end
        i32.const 0
        local.get 2
        i32.store offset=FUEL align=1
        local.get 0
        local.get 0
        i64.load offset=64 align=1
        i64.store align=1
        local.get 0
        local.get 0
        i32.load8_s offset=72
        i32.store8 offset=8
        i32.const 0
        local.get 1
        i32.const -32
        i32.add
        i32.store offset=FRAME align=1
        return
      end
      i32.const 0
      i32.const exit(line5.0)
      i32.store offset=LAST_EXIT align=1
      local.get 0
      local.get 3
      i64.store offset=16 align=1
      local.get 0
      i32.const 4
      i32.store8 offset=24
      i32.const 0
      local.get 10
      i32.store offset=FUEL align=1
      local.get 1
      i32.const line5.0
      i32.store offset=4 align=1
      i32.const 0
      i32.const -1
      i32.store offset=COMPILED_STATUS align=1
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
  )
