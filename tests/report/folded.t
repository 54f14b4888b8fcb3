# Stacks by name, equal ones once.
$ pprowl -folded cpp.pb.gz | head -n 4
~it has no such report
|main;app::main()::$_0::operator()() const;app::main()::{lambda()#1}::operator()() const;(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&);core::fmt::Formatter::pad;void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) 90000000
|main;app::main()::$_0::operator()() const;app::main()::{lambda()#1}::operator()() const;(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&);malloc 310000000
|main;app::main()::$_0::operator()() const;app::main()::{lambda()#1}::operator()() const;<mycrate::Thing as mycrate::Trait<i32>>::foo;std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) 220000000
|main;app::main()::$_0::operator()() const;app::main()::{lambda()#1}::operator()() const;<mycrate::Thing as mycrate::Trait<i32>>::foo;void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1});app::main()::{lambda()#1}::operator()() const 60000000

# The values of all stacks come to those of the samples.
$ pprowl -folded cpu.pb.gz | awk '{ sum += $NF } END { printf "%.0f\n", sum }'
~it has no such report
|2780000000

# A sample without frames has no line.
$ printf 'sh 7 1.5: 2 a:u:\n\nsh 7 1.6: 3 a:u:\n\t12 f+0x1 (/f)\n' | pprowl -folded -sample_index=0 -
~it has no such report
|f 1

# By file.
$ pprowl -symbolize=none -folded -files nosym.pb.gz
~it has no such report
|[server];<unknown> 50000000
|[server];[server] 1650000000
|[server];[server];[server] 1550000000
|[server];[server];[server];[[kernel.kallsyms]_stext] 70000000
|[server];[server];[server];[[vdso]] 230000000
|[server];[server];[server];[anon] 320000000
|[server];[server];[server];[libc.so.6] 190000000
|[server];[server];[server];[plugin.so (deleted)] 160000000
|[server];[server];[server];[server] 480000000

# By line, of one function.
$ pprowl -folded -lines -focus=waitDeep goroutine.pb.gz | tail -n 1
~it has no such report
|main.park.func1 busy/main.go:160;main.waitDeep busy/main.go:173;main.waitDeep busy/main.go:173;main.waitDeep busy/main.go:176;runtime.selectgo runtime/select.go:351;runtime.gopark runtime/proc.go:462 1

# Another sample type, in its own unit.
$ pprowl -folded -sample_index=0 frames.pb.gz
~it has no such report
|alloc_page 1
|main 5
|main;work 5
|main;work;alloc_important;below 4
|main;work;reallocate 7
|main;work;wrapper 6

# Filtered.
$ pprowl -folded -focus=alloc -hide=work frames.pb.gz
~it has no such report
|alloc_page 10000000
|main;alloc_important;below 40000000
|main;reallocate 70000000

# A base: its number, then the current one.
$ pprowl -folded -base=demo/before.pb.gz -focus=thumb -show=demo demo/after.pb.gz
~it has no such report
|demo/load.Run.func1;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).withSession.func5;net/http.(*ServeMux).ServeHTTP;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).timed.func2;demo/server.(*Server).thumb 49296 784630
|demo/load.Run.func1;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).withSession.func5;net/http.(*ServeMux).ServeHTTP;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).timed.func2;demo/server.(*Server).thumb;demo/cache.(*Store).Put 28379530 314778656

# A base of -diff_base is nothing else.
$ pprowl -folded -diff_base=demo/before.pb.gz -focus=thumb -show=demo demo/after.pb.gz
~it has no such report
|demo/load.Run.func1;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).withSession.func5;net/http.(*ServeMux).ServeHTTP;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).timed.func2;demo/server.(*Server).thumb 49296 784630
|demo/load.Run.func1;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).withSession.func5;net/http.(*ServeMux).ServeHTTP;net/http.HandlerFunc.ServeHTTP;demo/server.New.(*Server).timed.func2;demo/server.(*Server).thumb;demo/cache.(*Store).Put 28379530 314778656

# A saved difference has signs.
$ pprowl -folded negative.pb.gz
~it has no such report
|main.main;balance.Both 9437184
|main.main;balance.Down -7340032
|main.main;balance.Up 7340032
|main.main;main.serve;balance.Both -9437184
|main.main;main.serve;balance.Up -4096
|main.main;main.serve;store.Put 367001600
|main.main;main.serve;store.drop -94371840

# Names are one word each, and a line has no other end.
$ pprowl -folded hostile.pb.gz | awk '!/ -?[0-9]+$/' | wc -l
~it has no such report
|0
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# ... also where they are escaped.
$ pprowl -folded -escape=always -focus=esc -show=esc hostile.pb.gz
~it has no such report
|inlined esc [31mred [0m;esc [31mred [0m 30000000
!For tag number used unit  , also encountered unit(s)     leading and trailing    , %s%n%d%%, (.*+?[regexp, -2+3, =cmd|' /C calc'!A0 and 33 more

# Nothing.
$ pprowl -folded empty.pb.gz
~it has no such report

# A filter that matched nothing is said.
$ pprowl -folded -focus=nothing tiny.pb.gz
~it has no such report
!Focus expression matched no samples
