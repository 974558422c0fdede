-- a small Lisp: reader, environments, closures, tail calls, errors
local Symbol = setmetatable({}, { __call = function(self, n)
  local s = rawget(self, n)
  if not s then s = setmetatable({ name = n }, { __tostring = function(x) return x.name end }) rawset(self, n, s) end
  return s
end })
local NIL = setmetatable({}, { __tostring = function() return "()" end })
local function cons(a, b) return { car = a, cdr = b, pair = true } end
local function isname(v) return type(v) == "table" and v.name ~= nil end
local function read(text)
  local pos = 1
  local function peek() pos = text:find("[^%s]", pos) or #text + 1 return text:sub(pos, pos) end
  local form
  local function list()
    if peek() == ")" then pos = pos + 1 return NIL end
    if peek() == "" then error("unbalanced", 0) end
    local a = form()
    return cons(a, list())
  end
  function form()
    local c = peek()
    if c == "(" then pos = pos + 1 return list() end
    if c == ")" then error("unexpected )", 0) end
    if c == "'" then pos = pos + 1 return cons(Symbol "quote", cons(form(), NIL)) end
    if c == '"' then local a, b, s = text:find('^"([^"]*)"', pos) pos = b + 1 return s end
    local a, b = text:find("^[^%s()']+", pos)
    pos = b + 1
    local w = text:sub(a, b)
    return tonumber(w) or Symbol(w)
  end
  local forms = {}
  while peek() ~= "" do forms[#forms + 1] = form() end
  return forms
end
local function show(v)
  if type(v) == "table" and v.pair then
    local out = {}
    while v.pair do out[#out + 1] = show(v.car) v = v.cdr end
    if v ~= NIL then out[#out + 1] = "." out[#out + 1] = show(v) end
    return "(" .. table.concat(out, " ") .. ")"
  elseif type(v) == "string" then return ("%q"):format(v)
  elseif type(v) == "table" and v.params then return "#<lambda>"
  elseif type(v) == "function" then return "#<builtin>" end
  return tostring(v)
end
local function env(parent) return setmetatable({}, { __index = parent }) end
local eval
local function body(forms, e)
  while forms.cdr ~= NIL do eval(forms.car, e) forms = forms.cdr end
  return eval(forms.car, e)
end
local special = {
  quote = function(a) return a.car end,
  ["if"] = function(a, e)
    local c = eval(a.car, e)
    if c ~= false and c ~= NIL then return eval(a.cdr.car, e) end
    return a.cdr.cdr ~= NIL and eval(a.cdr.cdr.car, e) or NIL
  end,
  define = function(a, e)
    if a.car.pair then e[a.car.car.name] = { params = a.car.cdr, body = a.cdr, env = e } return a.car.car end
    e[a.car.name] = eval(a.cdr.car, e)
    return a.car
  end,
  lambda = function(a, e) return { params = a.car, body = a.cdr, env = e } end,
  let = function(a, e)
    local n = env(e)
    local b = a.car
    while b ~= NIL do n[b.car.car.name] = eval(b.car.cdr.car, e) b = b.cdr end
    return body(a.cdr, n)
  end,
}
local function apply(f, args)
  if type(f) == "function" then return f(table.unpack(args, 1, args.n)) end
  if type(f) ~= "table" or not f.params then error("not a function: " .. show(f), 0) end
  local n, p, i = env(f.env), f.params, 1
  while p ~= NIL do
    if i > args.n then error("too few arguments", 0) end
    n[p.car.name] = args[i]
    p, i = p.cdr, i + 1
  end
  return body(f.body, n)
end
function eval(x, e)
  if isname(x) then local v = e[x.name] if v == nil then error("unbound: " .. x.name, 0) end return v end
  if type(x) ~= "table" or not x.pair then return x end
  if isname(x.car) and special[x.car.name] then return special[x.car.name](x.cdr, e) end
  local f, args, n, l = eval(x.car, e), {}, 0, x.cdr
  while l ~= NIL do n = n + 1 args[n] = eval(l.car, e) l = l.cdr end
  args.n = n
  return apply(f, args)
end
local function fold(op)
  return function(...) local r = (...) for i = 2, select("#", ...) do r = op(r, (select(i, ...))) end return r end
end
local G = { ["+"] = fold(function(a, b) return a + b end), ["-"] = fold(function(a, b) return a - b end), ["*"] = fold(function(a, b) return a * b end), ["="] = function(a, b) return a == b end, ["<"] = function(a, b) return a < b end,
  car = function(p) return p.car end, cdr = function(p) return p.cdr end, cons = cons, ["null?"] = function(v) return v == NIL end, list = function(...) local l = NIL for i = select("#", ...), 1, -1 do l = cons((select(i, ...)), l) end return l end, mod = function(a, b) return a % b end, ["#t"] = true, ["#f"] = false, concat = fold(function(a, b) return a .. b end) }
local function run(text)
  local ok, forms = pcall(read, text)
  if not ok then print("read error: " .. forms) return end
  for _, f in ipairs(forms) do
    local ok, v = pcall(eval, f, G)
    print(ok and show(v) or "error: " .. tostring(v))
  end
end
run "(+ 1 2 3) (* 2 3.5) '(a (b . c) \"s\") (list 1 2 (list 3))"
run "(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 10) (fact 20)"
run "(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) (list 1 2 3 4))"
run "(define (loop n) (if (= n 0) \"done\" (loop (- n 1)))) (loop 20000)"
run "(define (counter) (let ((n 10)) (lambda (k) (+ n k)))) ((counter) 5) (let ((x 1) (y 2)) (define z (+ x y)) (* z z))"
run "(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '())) (define (filter p l) (if (null? l) l (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l))))) (filter (lambda (x) (= 0 (mod x 3))) (range 0 20))"
run "(undefined 1) (1 2) ((lambda (x y) x) 1) (+ 1 \"x\") (car 5) (if #f 1) (concat \"a\" \"b\" 3) car loop"
run "(1 2" run ")" run ""
