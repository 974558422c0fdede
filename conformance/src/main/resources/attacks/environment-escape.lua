-- expect: output
-- prints: nil	nil	nil
-- prints: nil	nil	nil	nil	nil
-- prints: nil	nil	nil	nil
-- prints: function	function	function
-- what is not granted is not there
print(io, dofile, loadfile)
print(os.execute, os.remove, os.rename, os.tmpname, os.getenv)
print(debug.sethook, debug.getregistry, debug.setupvalue, debug.debug)
print(type(os.time), type(os.date), type(os.clock))
