  (func $line1_3.entry (type 3) (param i32) (result i32)
    (local i32 i32 i32 i32 i32 i32)
    local.get 0
    i32.load align=1
    local.tee 1
    i32.load align=1
    local.set 2
    i32.const 0
    i32.load offset=COMPILED_ROOM align=1
    local.set 3
    i32.const 0
    i32.load offset=FUEL align=1
    local.set 4
    local.get 1
    i32.load8_s offset=24
    local.tee 5
    i32.const 4
    i32.eq
    if  ;; @1
      local.get 1
      i64.load offset=16 align=1
      i64.eqz
      local.set 6
    else
      local.get 5
      i32.const 5
      i32.eq
      if  ;; @2
        local.get 1
        f64.load offset=16 align=1
        f64.const 0
        f64.eq
        local.set 6
      else
        i32.const 0
        i32.const exit(line1.0)
        i32.store offset=LAST_EXIT align=1
        i32.const 0
        local.get 4
        i32.store offset=FUEL align=1
        local.get 0
        i32.const line1.0
        i32.store offset=4 align=1
        i32.const -1
        return
      end
    end
    local.get 6
    if  ;; @3
      local.get 0
      i32.load offset=20 align=1
      i32.const -5
      i32.and
      i32.eqz
      if  ;; @4
        local.get 0
        i32.load offset=16 align=1
        i32.const 1
        i32.eq
        if  ;; @5
          local.get 1
          local.get 1
          i64.load offset=32 align=1
          i64.store align=1
          local.get 1
          local.get 1
          i32.load8_s offset=40
          i32.store8 offset=8
          i32.const 0
          local.get 4
          i32.store offset=FUEL align=1
          i32.const 0
          local.get 0
          i32.const -32
          i32.add
          i32.store offset=FRAME align=1
          i32.const 0
          return
        end
      end
      i32.const 0
      local.get 4
      i32.store offset=FUEL align=1
      i32.const 0
      local.get 3
      i32.store offset=COMPILED_ROOM align=1
      local.get 0
      i32.const line1.3
      call $leave
      return
    end
    local.get 2
    i32.load offset=16 align=1
    i32.load offset=8 align=1
    local.tee 2
    i32.load8_s offset=8
    i32.const 11
    i32.ne
    if  ;; @6
      i32.const 0
      i32.const exit(line1.3)
      i32.store offset=LAST_EXIT align=1
      i32.const 0
      local.get 4
      i32.store offset=FUEL align=1
      local.get 0
      i32.const line1.3
      i32.store offset=4 align=1
      i32.const -1
      return
    end
    local.get 2
    i32.load align=1
    local.set 2
    local.get 5
    i32.const 8
    i32.shl
    i32.const 4
    i32.or
    i32.const 1028
    i32.eq
    if  ;; @7
      local.get 1
      local.get 1
      i64.load offset=16 align=1
      i64.const -1
      i64.add
      i64.store offset=64 align=1
      local.get 1
      i32.const 4
      i32.store8 offset=72
    else
      local.get 1
      local.get 2
      i64.extend_i32_u
      i64.store offset=48 align=1
      local.get 1
      i32.const 11
      i32.store8 offset=56
      i32.const 0
      local.get 4
      i32.store offset=FUEL align=1
      i32.const 0
      local.get 3
      i32.store offset=COMPILED_ROOM align=1
      local.get 0
      i32.const line1.5
      i32.const line1.5
      call $general
      local.tee 4
      if  ;; @8
        local.get 4
        return
      end
      i32.const 0
      i32.load offset=FUEL align=1
      local.set 4
    end
    local.get 1
    i32.load8_s offset=40
    i32.const 8
    i32.shl
    local.get 1
    i32.load8_s offset=24
    i32.or
    local.tee 5
    i32.const 1028
    i32.eq
    if  ;; @9
      local.get 1
      local.get 1
      i64.load offset=32 align=1
      local.get 1
      i64.load offset=16 align=1
      i64.add
      i64.store offset=80 align=1
      local.get 1
      i32.const 4
      i32.store8 offset=88
    else
      local.get 5
      i32.const 1285
      i32.eq
      if  ;; @10
        local.get 1
        local.get 1
        f64.load offset=32 align=1
        local.get 1
        f64.load offset=16 align=1
        f64.add
        f64.store offset=80 align=1
        local.get 1
        i32.const 5
        i32.store8 offset=88
      else
        local.get 1
        local.get 2
        i64.extend_i32_u
        i64.store offset=48 align=1
        local.get 1
        i32.const 11
        i32.store8 offset=56
        i32.const 0
        local.get 4
        i32.store offset=FUEL align=1
        i32.const 0
        local.get 3
        i32.store offset=COMPILED_ROOM align=1
        local.get 0
        i32.const line1.6
        i32.const line1.6
        call $general
        local.tee 4
        if  ;; @11
          local.get 4
          return
        end
        i32.const 0
        i32.load offset=FUEL align=1
        local.set 4
      end
    end
    local.get 1
    local.get 2
    i64.extend_i32_u
    i64.store offset=48 align=1
    local.get 1
    i32.const 11
    i32.store8 offset=56
    i32.const 0
    local.get 4
    i32.store offset=FUEL align=1
    i32.const 0
    local.get 3
    i32.store offset=COMPILED_ROOM align=1
    i32.const 197191
    local.get 0
    i32.const line1.7
    call $tail
  )
