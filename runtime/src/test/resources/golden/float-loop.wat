  (func $line1_4 (type 4) (param i32 i32 i32 i64 i64) (result f64)
    (local i32 f64 i64 f64 i64 f64)
    block  ;; @1
      local.get 4
      i32.wrap_i64
      i32.const 0
      i32.le_s
      br_if 0 (;@1;)
      local.get 0
      i32.const 320
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
        i32.const 192
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
        f64.const 0
        return
      end
      f64.const 1
      local.get 3
      f64.convert_i64_s
      f64.div
      local.set 6
      local.get 3
      i64.const -1
      i64.add
      local.set 4
      i64.const 1
      local.get 3
      i64.gt_s
      if  ;; @3
        f64.const 0
        local.set 8
      else
        local.get 0
        local.get 6
        f64.store offset=48 align=1
        local.get 0
        i32.const 5
        i32.store8 offset=56
        local.get 4
        local.get 5
        i32.const 0
        local.get 5
        i32.const 0
        i32.gt_s
        select
        i64.extend_i32_u
        local.tee 3
        i64.lt_u
        if  ;; @4
          local.get 4
          local.set 3
        end
        local.get 5
        local.get 3
        i32.wrap_i64
        i32.sub
        local.set 5
        local.get 3
        i64.const 1
        i64.add
        local.set 7
        local.get 3
        local.get 4
        i64.sub
        local.set 4
        f64.const 0
        local.set 8
        block  ;; @5
          loop  ;; @6
            local.get 8
            f64.const 4
            f64.const 1
            local.get 7
            local.get 3
            i64.sub
            local.tee 9
            f64.convert_i64_s
            f64.const 0.5
            f64.sub
            local.get 6
            f64.mul
            local.tee 10
            local.get 10
            f64.mul
            f64.add
            f64.div
            f64.add
            local.set 8
            local.get 9
            i64.const 1
            i64.add
            local.set 9
            local.get 3
            i64.eqz
            if  ;; @7
              br 2 (;@5;)
            end
            local.get 3
            i64.const -1
            i64.add
            local.set 3
            br 0 (;@6;)
          end
        end
        local.get 3
        local.get 4
        i64.sub
        local.set 7
        local.get 3
        i32.wrap_i64
        local.get 5
        i32.add
        local.set 5
        local.get 3
        local.get 4
        i64.ne
        if  ;; @8
          local.get 7
          i64.const -1
          i64.add
          local.set 3
          local.get 5
          i32.const -1
          i32.add
          local.set 5
          local.get 0
          local.get 8
          f64.store offset=32 align=1
          local.get 0
          i32.const 5
          i32.store8 offset=40
          local.get 0
          local.get 9
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
          local.get 0
          i64.const 1
          i64.store offset=96 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=104
          local.get 0
          local.get 9
          i64.store offset=112 align=1
          local.get 0
          i32.const 4
          i32.store8 offset=120
          i32.const 0
          local.get 5
          i32.store offset=FUEL align=1
          local.get 1
          local.get 0
          i32.store align=1
          local.get 1
          local.get 0
          i32.const 192
          i32.add
          i64.extend_i32_u
          i64.store offset=8 align=1
          local.get 1
          local.get 2
          i32.load offset=8 align=1
          i32.load offset=16 align=1
          i32.store offset=24 align=1
          local.get 1
          i32.const line1.7
          i32.store offset=4 align=1
          i32.const 0
          local.get 1
          i32.store offset=FRAME align=1
          i32.const 0
          i32.const 4
          i32.store offset=COMPILED_STATUS align=1
          f64.const 0
          return
        end
      end
      i32.const 0
      local.get 5
      i32.store offset=FUEL align=1
      local.get 8
      local.get 6
      f64.mul
      return
    end
    i32.const 0
    i32.const -8
    i32.store offset=COMPILED_STATUS align=1
    f64.const 0
  )
