# Names once, then numbers; addresses as far as they are from the one above.
$ pprowl -callgrind labels.pb.gz
|positions: instr line
|events: cpu(ms)
|
|ob=(1) /usr/bin/labels
|fl=(1) labels.c
|fn=(1) handle
|0x401020 40 1010
|cfl=(2) work.c
|cfn=(2) work1 [1/3]
|calls=0 0x401080 16
|* * 70
|cfl=(2)
|cfn=(3) work2 [1/2]
|calls=0 0x401160 37
|* * 70
|cfl=(2)
|cfn=(4) work2 [2/2]
|calls=0 0x4010c0 22
|* * 60
|cfl=(2)
|cfn=(5) work3 [1/3]
|calls=0 0x4011a0 43
|* * 60
|cfl=(2)
|cfn=(6) work3 [2/3]
|calls=0 0x401100 28
|* * 50
|cfl=(2)
|cfn=(7) work4 [1/3]
|calls=0 0x4011e0 49
|* * 50
|cfl=(2)
|cfn=(8) work3 [3/3]
|calls=0 0x401060 13
|* * 40
|cfl=(2)
|cfn=(9) work4 [2/3]
|calls=0 0x401140 34
|* * 40
|cfl=(2)
|cfn=(10) work4 [3/3]
|calls=0 0x4010a0 19
|* * 30
|cfl=(2)
|cfn=(11) work0 [1/3]
|calls=0 0x401180 40
|* * 30
|cfl=(2)
|cfn=(12) work0 [2/3]
|calls=0 0x4010e0 25
|* * 20
|cfl=(2)
|cfn=(13) work1 [2/3]
|calls=0 0x4011c0 46
|* * 20
|cfl=(2)
|cfn=(14) work0 [3/3]
|calls=0 0x401040 10
|* * 10
|cfl=(2)
|cfn=(15) work1 [3/3]
|calls=0 0x401120 31
|* * 10
|
|ob=(1)
|fl=(2)
|fn=(16) work1
|+96 16 70
|
|ob=(1)
|fl=(2)
|fn=(17) work2
|+224 37 70
|-160 22 60
|
|ob=(1)
|fl=(2)
|fn=(18) work3
|+224 43 60
|-160 28 50
|
|ob=(1)
|fl=(2)
|fn=(19) work4
|+224 49 50
|
|ob=(1)
|fl=(2)
|fn=(18)
|-384 13 40
|
|ob=(1)
|fl=(2)
|fn=(19)
|+224 34 40
|-160 19 30
|
|ob=(1)
|fl=(2)
|fn=(20) work0
|+224 40 30
|-160 25 20
|
|ob=(1)
|fl=(2)
|fn=(16)
|+224 46 20
|
|ob=(1)
|fl=(2)
|fn=(20)
|-384 10 10
|
|ob=(1)
|fl=(2)
|fn=(16)
|+224 31 10
|
|ob=(1)
|fl=(1)
|fn=(21) main
|-288 80 0
|cfl=(1)
|cfn=(1)
|calls=0 -256 40
|* * 1570
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Functions of two objects, inlined calls, places without a name.
$ pprowl -callgrind cpp.pb.gz | head -n 120
|positions: instr line
|events: cpu(ms)
|
|ob=(1) /opt/app/server
|fl=(1) src/lib.rs
|fn=(1) <mycrate::Thing as mycrate::Trait<i32>>::foo
|0x401180 124 370
|cfl=(2) /usr/include/c++/12/bits/stl_map.h
|cfn=(2) std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&)
|calls=0 0x4010e0 74
|* * 220
|
|ob=(1)
|fl=(3) core/src/fmt/mod.rs
|fn=(3) core::fmt::Formatter::pad
|-32 114 340
|cfl=(4) app/main.cc
|cfn=(4) app::main()::$_0::operator()() const
|calls=0 -192 64
|* * 190
|
|ob=(1)
|fl=
|fn=(5) malloc
|-32 104 310
|cfl=(4)
|cfn=(6) app::main()::{lambda()#1}::operator()() const
|calls=0 -192 54
|* * 160
|
|ob=(1)
|fl=(5) libsupc++/new_op.cc
|fn=(7) operator new(unsigned long)
|-32 94 280
|cfl=(6) net/socket.cc
|cfn=(8) net::Socket::~Socket()
|calls=0 -192 44
|* * 130
|
|ob=(1)
|fl=(7) db/table.h
|fn=(9) void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1})
|-32 84 250
|cfl=(6)
|cfn=(10) net::Socket::operator<<(net::Socket const&)
|calls=0 -192 34
|* * 100
|
|ob=(1)
|fl=(2)
|fn=(2)
|-32 74 220
|cfl=(8) src/parse.cc
|cfn=(11) (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&)
|calls=0 -192 24
|* * 70
|
|ob=(1)
|fl=(4)
|fn=(4)
|-32 64 190
|cfl=(9) /usr/include/c++/12/bits/stl_vector.h
|cfn=(12) std::vector<int, std::allocator<int> >::push_back(int const&)
|calls=0 -192 14
|* * 40
|
|ob=(1)
|fl=(4)
|fn=(6)
|-32 54 160
|cfl=(10) base/thread_pool.cc
|cfn=(13) base::tasks::ThreadPool::Run()
|calls=0 -192 4
|* * 10
|
|ob=(1)
|fl=(6)
|fn=(8)
|-32 44 130
|cfl=(1)
|cfn=(1)
|calls=0 +224 124
|* * 370
|
|ob=(1)
|fl=(1)
|fn=(1)
|+1088 240 130
|cfl=
|cfn=
|calls=0 0x7f0000001300 0
|* * 10
|
|ob=(1)
|fl=(3)
|fn=(3)
|-64 220 120
|cfl=
|cfn=
|calls=0 0x7f00000012c0 0
|* * 10
|
|ob=(1)
|fl=
|fn=(5)
|-64 200 110
|cfl=
|cfn=
|calls=0 0x7f0000001280 0
|* * 10
|
|ob=(1)
|fl=(6)
|fn=(10)
|-992 34 100
|cfl=(3)
|cfn=(3)
|calls=0 -736 114
|* * 340
|

# Nothing but addresses.
$ pprowl -symbolize=none -callgrind nosym.pb.gz
|positions: instr line
|events: cpu(ms)
|
|ob=(1) /opt/app/bin/server
|fl=
|fn=
|0x400369 0 1990
|cfl=
|cfn=(1)  [3/7]
|calls=0 0x7f0000000369 0
|* * 190
|cfl=
|cfn=(2)  [6/7]
|calls=0 0xffffffff80000369 0
|* * 70
|-582 0 770
|cfl=
|cfn=(3)  [1/7]
|calls=0 * 0
|* * 1910
|cfl=
|cfn=(3)
|calls=0 -291 0
|* * 1870
|cfl=
|cfn=(3)
|calls=0 +291 0
|* * 480
|cfl=
|cfn=(4)  [5/7]
|calls=0 0x7ffd00000123 0
|* * 130
|cfl=
|cfn=(5)  [7/7]
|calls=0 0xdeadbeef 0
|* * 30
|cfl=
|cfn=(5)
|calls=0 0x0 0
|* * 20
|+873 0 500
|cfl=
|cfn=(6)  [2/7]
|calls=0 0x7f2000000246 0
|* * 320
|cfl=
|cfn=(7)  [4/7]
|calls=0 0x7f1000000246 0
|* * 160
|-582 0 420
|cfl=
|cfn=(3)
|calls=0 -873 0
|* * 510
|cfl=
|cfn=(3)
|calls=0 * 0
|* * 500
|cfl=
|cfn=(3)
|calls=0 -291 0
|* * 340
|cfl=
|cfn=(4)
|calls=0 0x7ffd0000048c 0
|* * 100
|
|ob=(2) //anon
|fl=
|fn=
|0x7f2000000246 0 320
|
|ob=(3) /lib/x86_64-linux-gnu/libc.so.6
|fl=
|fn=
|-137438953181 0 190
|
|ob=(4) /opt/app/lib/plugin.so (deleted)
|fl=
|fn=
|+68719476445 0 160
|
|ob=(5) [vdso]
|fl=
|fn=
|0x7ffd00000123 0 130
|+873 0 100
|
|ob=(6) [kernel.kallsyms]_stext
|fl=
|fn=
|-140726750937379 0 70
|
|ob=
|fl=
|fn=
|0xdeadbeef 0 30
|0x0 0 20

# Differences; calls of what comes to nothing have no name.
$ pprowl -callgrind -base=demo/before.pb.gz demo/after.pb.gz | head -n 60
|positions: instr line
|events: inuse_space(kB)
|
|ob=(1) /tmp/pprowl-fixtures/demo
|fl=(1) demo/cache/store.go
|fn=(1) demo/cache.(*Store).Put
|0x5b0ae8 46 276807
|
|ob=(1)
|fl=(2) demo/metrics/metrics.go
|fn=(2) demo/metrics.(*Registry).Counter
|+3242 45 8614
|+67 46 3016
|
|ob=(1)
|fl=(3) demo/catalog/catalog.go
|fn=(3) demo/catalog.export
|-433 81 -2232
|
|ob=(1)
|fl=(1)
|fn=(1)
|-2559 52 1656
|-105 52 935
|
|ob=(1)
|fl=(4) image/image.go
|fn=(4) image.NewGray
|-44696 935 926
|
|ob=(1)
|fl=(5) demo/server/server.go
|fn=(5) demo/server.(*Server).thumb
|+55630 83 718
|
|ob=(1)
|fl=(1)
|fn=(1)
|-10745 53 528
|
|ob=(1)
|fl=(5)
|fn=(6) demo/server.New.(*Server).timed.func2
|+8895 59 320
|
|ob=(1)
|fl=(5)
|fn=(7) demo/server.New.(*Server).timed.func1
|+512 59 244
|
|ob=(1)
|fl=(5)
|fn=(8) demo/server.New.(*Server).timed.func3
|-1024 59 232
|
|ob=(1)
|fl=(6) runtime/slice.go
|fn=(9) reflect.growslice
|0x485706 373 103
|

# Means, whose calls are sums.
$ pprowl -callgrind -mean -sample_index=alloc_space -focus=journal demo/after.pb.gz
|positions: instr line
|events: mean_alloc_space(B)
|
|ob=(1) /tmp/pprowl-fixtures/demo
|fl=(1) image/image.go
|fn=(1) image.NewGray
|0x5a5d24 935 20618
|+17 934 64
|
|ob=(1)
|fl=(2) net/http/server.go
|fn=(2) net/http.HandlerFunc.ServeHTTP
|-157197 2286 0
|cfl=(3) demo/server/server.go
|cfn=(3) demo/server.New.(*Server).withSession.func5
|calls=0 +52437 72
|* * 2437161
|cfl=(3)
|cfn=(4) demo/server.New.(*Server).timed.func4
|calls=0 +52877 60
|* * 2437161
|
|ob=(1)
|fl=(2)
|fn=(5) net/http.(*ServeMux).ServeHTTP
|+7582 2828 0
|cfl=(2)
|cfn=(2)
|calls=0 * 2286
|* * 2437161
|
|ob=(1)
|fl=(4) demo/load/load.go
|fn=(6) demo/load.Run.func1
|+10191 29 0
|cfl=(2)
|cfn=(2)
|calls=0 -7582 2286
|* * 2437161
|
|ob=(1)
|fl=(5) demo/server/orders.go
|fn=(7) demo/server.(*Server).report
|+188911 66 0
|cfl=(5)
|cfn=(8) demo/server.(*journal).draw
|calls=0 +189295 74
|* * 2437161
|
|ob=(1)
|fl=(5)
|fn=(8)
|+384 74 0
|cfl=(1)
|cfn=(1)
|calls=0 -49504 935
|* * 2433033
|cfl=(1)
|cfn=(1)
|calls=0 -49487 934
|* * 4128
|
|ob=(1)
|fl=(3)
|fn=(3)
|+2566 72 0
|cfl=(2)
|cfn=(5)
|calls=0 -199486 2828
|* * 2437161
|
|ob=(1)
|fl=(3)
|fn=(4)
|+440 60 0
|cfl=(5)
|cfn=(7)
|calls=0 -2950 66
|* * 2437161

# No decimals: the unit is that of the smallest number.
$ pprowl -callgrind -focus=work1 -unit=s labels.pb.gz
|positions: instr line
|events: cpu(s)
|
|ob=(1) /usr/bin/labels
|fl=(1) work.c
|fn=(1) work1
|0x401080 16 0
|+320 46 0
|-160 31 0
|
|ob=(1)
|fl=(2) labels.c
|fn=(2) main
|-288 80 0
|cfl=(2)
|cfn=(3) handle
|calls=0 -256 40
|* * 0
|
|ob=(1)
|fl=(2)
|fn=(3)
|+32 40 0
|cfl=(1)
|cfn=(4) work1 [1/3]
|calls=0 +128 16
|* * 0
|cfl=(1)
|cfn=(5) work1 [2/3]
|calls=0 +448 46
|* * 0
|cfl=(1)
|cfn=(6) work1 [3/3]
|calls=0 +288 31
|* * 0
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# What nothing is in has no unit.
$ pprowl -callgrind zero.pb.gz
|positions: instr line
|events: cpu(minimum)

# Inlined calls as their callers.
$ pprowl -callgrind -noinlines frames.pb.gz
|positions: instr line
|events: cpu(ms)
|
|ob=(1) /usr/bin/frames
|fl=(1) alloc.c
|fn=(1) reallocate
|0x4010c0 70 70
|
|ob=(1)
|fl=(2) frames.c
|fn=(2) wrapper
|+32 31 60
|
|ob=(1)
|fl=(2)
|fn=(3) main
|-224 90 50
|cfl=(2)
|cfn=(4) work
|calls=0 -192 60
|* * 220
|
|ob=(1)
|fl=(2)
|fn=(4)
|+32 60 50
|cfl=(1)
|cfn=(1)
|calls=0 +192 70
|* * 70
|cfl=(2)
|cfn=(2)
|calls=0 +224 31
|* * 60
|cfl=(1)
|cfn=(5) alloc_important
|calls=0 +96 20
|* * 40
|
|ob=(1)
|fl=(2)
|fn=(6) below
|+128 3 40
|
|ob=(1)
|fl=(1)
|fn=(7) alloc_page
|-96 10 10
|
|ob=(1)
|fl=(1)
|fn=(5)
|+32 20 0
|cfl=(2)
|cfn=(6)
|calls=0 +96 3
|* * 40

# A tree of calls: a function called from several places is several.
$ pprowl -callgrind -call_tree labels.pb.gz
|positions: instr line
|events: cpu(ms)
|
|ob=(1) /usr/bin/labels
|fl=(1) labels.c
|fn=(1) handle
|0x401020 40 1010
|cfl=(2) work.c
|cfn=(2) work1 [1/3]
|calls=0 0x401080 16
|* * 70
|cfl=(2)
|cfn=(3) work2 [1/2]
|calls=0 0x401160 37
|* * 70
|cfl=(2)
|cfn=(4) work2 [2/2]
|calls=0 0x4010c0 22
|* * 60
|cfl=(2)
|cfn=(5) work3 [1/3]
|calls=0 0x4011a0 43
|* * 60
|cfl=(2)
|cfn=(6) work3 [2/3]
|calls=0 0x401100 28
|* * 50
|cfl=(2)
|cfn=(7) work4 [1/3]
|calls=0 0x4011e0 49
|* * 50
|cfl=(2)
|cfn=(8) work3 [3/3]
|calls=0 0x401060 13
|* * 40
|cfl=(2)
|cfn=(9) work4 [2/3]
|calls=0 0x401140 34
|* * 40
|cfl=(2)
|cfn=(10) work4 [3/3]
|calls=0 0x4010a0 19
|* * 30
|cfl=(2)
|cfn=(11) work0 [1/3]
|calls=0 0x401180 40
|* * 30
|cfl=(2)
|cfn=(12) work0 [2/3]
|calls=0 0x4010e0 25
|* * 20
|cfl=(2)
|cfn=(13) work1 [2/3]
|calls=0 0x4011c0 46
|* * 20
|cfl=(2)
|cfn=(14) work0 [3/3]
|calls=0 0x401040 10
|* * 10
|cfl=(2)
|cfn=(15) work1 [3/3]
|calls=0 0x401120 31
|* * 10
|
|ob=(1)
|fl=(2)
|fn=(16) work1
|+96 16 70
|
|ob=(1)
|fl=(2)
|fn=(17) work2
|+224 37 70
|-160 22 60
|
|ob=(1)
|fl=(2)
|fn=(18) work3
|+224 43 60
|-160 28 50
|
|ob=(1)
|fl=(2)
|fn=(19) work4
|+224 49 50
|
|ob=(1)
|fl=(2)
|fn=(18)
|-384 13 40
|
|ob=(1)
|fl=(2)
|fn=(19)
|+224 34 40
|-160 19 30
|
|ob=(1)
|fl=(2)
|fn=(20) work0
|+224 40 30
|-160 25 20
|
|ob=(1)
|fl=(2)
|fn=(16)
|+224 46 20
|
|ob=(1)
|fl=(2)
|fn=(20)
|-384 10 10
|
|ob=(1)
|fl=(2)
|fn=(16)
|+224 31 10
|
|ob=(1)
|fl=(1)
|fn=(21) main
|-288 80 0
|cfl=(1)
|cfn=(1)
|calls=0 -256 40
|* * 1570
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Equal ones are numbered in the order of their paths.
$ pprowl -callgrind -call_tree block.pb.gz | grep '/'
~in any order there
|ob=(1) /tmp/pprowl-fixtures/busy
|fl=(1) sync/mutex.go
|fl=(2) runtime/chan.go
|fl=(3) sync/waitgroup.go
|fl=(4) runtime/malloc.go
|cfl=(5) runtime/mgc.go
|cfn=(11) runtime.chanrecv1 [2/3]
|fl=(6) runtime/proc.go
|cfl=(7) busy/main.go
|fl=(8) sync/once.go
|cfn=(15) sync.(*Mutex).Lock [2/10]
|cfn=(16) sync.(*Mutex).Lock [3/10]
|cfn=(17) sync.(*Mutex).Lock [4/10]
|cfn=(18) sync.(*Mutex).Lock [5/10]
|cfn=(19) sync.(*Mutex).Lock [6/10]
|cfn=(20) sync.(*Mutex).Lock [7/10]
|cfn=(21) sync.(*Mutex).Lock [8/10]
|cfn=(22) sync.(*Mutex).Lock [9/10]
|cfn=(23) sync.(*Mutex).Lock [10/10]
|fl=(9) internal/godebug/godebug.go
|fn=(24) internal/godebug.(*Setting).IncNonDefault
|cfn=(25) sync.(*Once).Do [1/9]
|cfn=(26) sync.(*Once).Do [2/9]
|cfn=(27) sync.(*Once).Do [3/9]
|cfn=(28) sync.(*Once).Do [4/9]
|cfn=(29) sync.(*Once).Do [5/9]
|cfn=(30) sync.(*Once).Do [6/9]
|cfn=(31) sync.(*Once).Do [7/9]
|cfn=(32) sync.(*Once).Do [8/9]
|cfn=(33) sync.(*Once).Do [9/9]
|cfn=(35) sync.(*Once).doSlow [1/9]
|cfn=(36) sync.(*Once).doSlow [2/9]
|cfn=(37) sync.(*Once).doSlow [3/9]
|cfn=(38) sync.(*Once).doSlow [4/9]
|cfn=(39) sync.(*Once).doSlow [5/9]
|cfn=(40) sync.(*Once).doSlow [6/9]
|cfn=(41) sync.(*Once).doSlow [7/9]
|cfn=(42) sync.(*Once).doSlow [8/9]
|cfn=(43) sync.(*Once).doSlow [9/9]
|fl=(10) time/sleep.go
|cfn=(45) internal/godebug.(*Setting).IncNonDefault [1/9]
|cfn=(46) internal/godebug.(*Setting).IncNonDefault [2/9]
|cfn=(47) internal/godebug.(*Setting).IncNonDefault [3/9]
|cfn=(48) internal/godebug.(*Setting).IncNonDefault [4/9]
|cfn=(49) internal/godebug.(*Setting).IncNonDefault [5/9]
|cfn=(50) internal/godebug.(*Setting).IncNonDefault [6/9]
|cfn=(51) internal/godebug.(*Setting).IncNonDefault [7/9]
|cfn=(52) internal/godebug.(*Setting).IncNonDefault [8/9]
|cfn=(53) internal/godebug.(*Setting).IncNonDefault [9/9]
|cfn=(55) time.syncTimer [1/9]
|cfn=(56) time.syncTimer [2/9]
|cfn=(57) time.syncTimer [3/9]
|cfn=(58) time.syncTimer [4/9]
|cfn=(59) time.syncTimer [5/9]
|cfn=(60) time.syncTimer [6/9]
|cfn=(61) time.syncTimer [7/9]
|cfn=(62) time.syncTimer [8/9]
|cfn=(63) time.syncTimer [9/9]
|fl=(11) runtime/pprof/pprof.go
|fn=(64) runtime/pprof.StopCPUProfile
|cfn=(65) runtime.chanrecv1 [1/3]
|fl=(12) runtime/pprof/runtime.go
|fn=(66) runtime/pprof.Do
|cfn=(73) main.grow [9/15]
|cfn=(74) main.grow [10/15]
|cfn=(75) main.grow [12/15]
|cfn=(76) main.grow [13/15]
|cfn=(77) main.grow [6/15]
|cfn=(78) main.grow [7/15]
|cfn=(79) main.grow [15/15]
|cfn=(80) main.grow [1/15]
|cfn=(81) main.grow [2/15]
|cfn=(82) main.grow [11/15]
|cfn=(83) main.grow [3/15]
|cfn=(84) main.grow [4/15]
|cfn=(85) main.grow [14/15]
|cfn=(86) main.grow [5/15]
|cfn=(87) runtime.chansend1 [1/2]
|cfn=(90) sync.(*Mutex).Lock [1/10]
|cfn=(91) runtime.chanrecv1 [3/3]
|cfn=(93) runtime.chansend1 [2/2]
|cfn=(94) main.waitDeep [1/27]
|cfn=(96) main.waitDeep [2/27]
|cfn=(97) main.waitDeep [3/27]
|cfn=(98) main.waitDeep [4/27]
|cfn=(99) main.waitDeep [5/27]
|cfn=(100) main.waitDeep [6/27]
|cfn=(101) main.waitDeep [7/27]
|cfn=(102) main.waitDeep [8/27]
|cfn=(103) main.waitDeep [9/27]
|cfn=(104) main.waitDeep [10/27]
|cfn=(105) main.waitDeep [11/27]
|cfn=(106) main.waitDeep [12/27]
|cfn=(107) main.waitDeep [13/27]
|cfn=(108) main.waitDeep [14/27]
|cfn=(109) main.waitDeep [15/27]
|cfn=(110) main.waitDeep [16/27]
|cfn=(111) main.waitDeep [17/27]
|cfn=(112) main.waitDeep [18/27]
|cfn=(113) main.waitDeep [19/27]
|cfn=(114) main.waitDeep [20/27]
|cfn=(115) main.waitDeep [21/27]
|cfn=(116) main.waitDeep [22/27]
|cfn=(117) main.waitDeep [23/27]
|cfn=(118) main.waitDeep [24/27]
|cfn=(119) main.waitDeep [25/27]
|cfn=(120) main.waitDeep [26/27]
|cfn=(121) main.waitDeep [27/27]
|cfn=(122) time.After [1/9]
|cfn=(123) time.After [2/9]
|cfn=(124) time.After [3/9]
|cfn=(125) time.After [4/9]
|cfn=(126) time.After [5/9]
|cfn=(127) time.After [6/9]
|cfn=(128) time.After [7/9]
|cfn=(129) time.After [8/9]
|cfn=(130) time.After [9/9]
|cfn=(132) time.NewTimer [1/9]
|cfn=(133) time.NewTimer [2/9]
|cfn=(134) time.NewTimer [3/9]
|cfn=(135) time.NewTimer [4/9]
|cfn=(136) time.NewTimer [5/9]
|cfn=(137) time.NewTimer [6/9]
|cfn=(138) time.NewTimer [7/9]
|cfn=(139) time.NewTimer [8/9]
|cfn=(140) time.NewTimer [9/9]
|cfn=(141) main.grow [8/15]

# A tree where some paths come to nothing.
$ pprowl -callgrind -call_tree negative.pb.gz
~edges of 9MB and -9MB come in any order there
|positions: instr line
|events: inuse_space(kB)
|
|ob=
|fl=(1) shop/store.go
|fn=(1) store.Put
|0x401040 20 358400
|
|ob=
|fl=(1)
|fn=(2) store.drop
|+32 50 -92160
|
|ob=
|fl=(1)
|fn=(3) balance.Both
|+96 80 -9216
|* 80 9216
|
|ob=
|fl=(1)
|fn=(4) balance.Up
|-64 60 7168
|
|ob=
|fl=(1)
|fn=(5) balance.Down
|+32 70 -7168
|
|ob=
|fl=(1)
|fn=(4)
|-32 60 -4
|
|ob=
|fl=(2) shop/main.go
|fn=(6) main.main
|-128 12 0
|cfl=(2)
|cfn=(7) main.serve
|calls=0 -96 40
|* * 257020
|cfl=(1)
|cfn=(8) balance.Both [2/2]
|calls=0 +64 80
|* * 9216
|cfl=(1)
|cfn=(9) balance.Up [1/2]
|calls=0 * 60
|* * 7168
|cfl=(1)
|cfn=(5)
|calls=0 +32 70
|* * -7168
|
|ob=
|fl=(2)
|fn=(7)
|+32 40 0
|cfl=(1)
|cfn=(1)
|calls=0 +64 20
|* * 358400
|cfl=(1)
|cfn=(2)
|calls=0 +96 50
|* * -92160
|cfl=(1)
|cfn=(10) balance.Both [1/2]
|calls=0 +192 80
|* * -9216
|cfl=(1)
|cfn=(11) balance.Up [2/2]
|calls=0 +128 60
|* * -4
