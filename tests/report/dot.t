# The graph of calls; labels hang from nodes, Go names are shortened.
$ pprowl -dot labels.pb.gz
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1570ms (31.40%)\lShowing nodes accounting for 1570ms, 100% of 1570ms total\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="handle\n1010ms (64.33%)\nof 1570ms (100%)" id="node1" fontsize=24 shape=box tooltip="handle (1570ms)" color="#b20000" fillcolor="#edd5d5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="230ms"]
|N1 -> N1_0 [label=" 230ms" weight=100 tooltip="230ms" labeltooltip="230ms"]
|N1_1 [label = "method:POST" id="N1_1" fontsize=8 shape=box3d tooltip="180ms"]
|N1 -> N1_1 [label=" 180ms" weight=100 tooltip="180ms" labeltooltip="180ms"]
|N1_2 [label = "method:GET" id="N1_2" fontsize=8 shape=box3d tooltip="160ms"]
|N1 -> N1_2 [label=" 160ms" weight=100 tooltip="160ms" labeltooltip="160ms"]
|N1_3 [label = "method:GET\ntenant:blue\ntenant:green 20" id="N1_3" fontsize=8 shape=box3d tooltip="70ms"]
|N1 -> N1_3 [label=" 70ms" weight=100 tooltip="70ms" labeltooltip="70ms"]
|N2 [label="main\n0 of 1570ms (100%)" id="node2" fontsize=8 shape=box tooltip="main (1570ms)" color="#b20000" fillcolor="#edd5d5"]
|N3 [label="work3\n150ms (9.55%)" id="node3" fontsize=15 shape=box tooltip="work3 (150ms)" color="#b2885d" fillcolor="#ede7e1"]
|N3_0 [label = "method:POST" id="N3_0" fontsize=8 shape=box3d tooltip="60ms"]
|N3 -> N3_0 [label=" 60ms" weight=100 tooltip="60ms" labeltooltip="60ms"]
|N3_1 [label = "method:DELETE" id="N3_1" fontsize=8 shape=box3d tooltip="50ms"]
|N3 -> N3_1 [label=" 50ms" weight=100 tooltip="50ms" labeltooltip="50ms"]
|N4 [label="work2\n130ms (8.28%)" id="node4" fontsize=14 shape=box tooltip="work2 (130ms)" color="#b28f68" fillcolor="#ede8e3"]
|N4_0 [label = "method:GET" id="N4_0" fontsize=8 shape=box3d tooltip="60ms"]
|N4 -> N4_0 [label=" 60ms" weight=100 tooltip="60ms" labeltooltip="60ms"]
|N5 [label="work4\n120ms (7.64%)" id="node5" fontsize=14 shape=box tooltip="work4 (120ms)" color="#b2926e" fillcolor="#ede8e4"]
|N5_0 [label = "method:GET" id="N5_0" fontsize=8 shape=box3d tooltip="40ms"]
|N5 -> N5_0 [label=" 40ms" weight=100 tooltip="40ms" labeltooltip="40ms"]
|N5_1 [label = "method:POST" id="N5_1" fontsize=8 shape=box3d tooltip="30ms"]
|N5 -> N5_1 [label=" 30ms" weight=100 tooltip="30ms" labeltooltip="30ms"]
|N6 [label="work1\n100ms (6.37%)" id="node6" fontsize=14 shape=box tooltip="work1 (100ms)" color="#b29979" fillcolor="#ede9e5"]
|N6_0 [label = "method:DELETE" id="N6_0" fontsize=8 shape=box3d tooltip="70ms"]
|N6 -> N6_0 [label=" 70ms" weight=100 tooltip="70ms" labeltooltip="70ms"]
|N6_1 [label = "method:GET" id="N6_1" fontsize=8 shape=box3d tooltip="20ms"]
|N6 -> N6_1 [label=" 20ms" weight=100 tooltip="20ms" labeltooltip="20ms"]
|N6_2 [label = "method:POST" id="N6_2" fontsize=8 shape=box3d tooltip="10ms"]
|N6 -> N6_2 [label=" 10ms" weight=100 tooltip="10ms" labeltooltip="10ms"]
|N7 [label="work0\n60ms (3.82%)" id="node7" fontsize=12 shape=box tooltip="work0 (60ms)" color="#b2a590" fillcolor="#edebe8"]
|N7_0 [label = "method:DELETE\ntenant:blue\ntenant:green 30" id="N7_0" fontsize=8 shape=box3d tooltip="30ms"]
|N7 -> N7_0 [label=" 30ms" weight=100 tooltip="30ms" labeltooltip="30ms"]
|N7_1 [label = "tenant:blue\ntenant:green 15" id="N7_1" fontsize=8 shape=box3d tooltip="20ms"]
|N7 -> N7_1 [label=" 20ms" weight=100 tooltip="20ms" labeltooltip="20ms"]
|N7_2 [label = "method:GET\ntenant:blue\ntenant:green 0" id="N7_2" fontsize=8 shape=box3d tooltip="10ms"]
|N7 -> N7_2 [label=" 10ms" weight=100 tooltip="10ms" labeltooltip="10ms"]
|N2 -> N1 [label=" 1570ms" weight=101 penwidth=6 color="#b20000" tooltip="main -> handle (1570ms)" labeltooltip="main -> handle (1570ms)"]
|N1 -> N3 [label=" 150ms" weight=10 color="#b2885d" tooltip="handle -> work3 (150ms)" labeltooltip="handle -> work3 (150ms)" minlen=2]
|N1 -> N4 [label=" 130ms" weight=9 color="#b28f68" tooltip="handle -> work2 (130ms)" labeltooltip="handle -> work2 (130ms)" minlen=2]
|N1 -> N5 [label=" 120ms" weight=8 color="#b2926e" tooltip="handle -> work4 (120ms)" labeltooltip="handle -> work4 (120ms)" minlen=2]
|N1 -> N6 [label=" 100ms" weight=7 color="#b29979" tooltip="handle -> work1 (100ms)" labeltooltip="handle -> work1 (100ms)" minlen=2]
|N1 -> N7 [label=" 60ms" weight=4 color="#b2a590" tooltip="handle -> work0 (60ms)" labeltooltip="handle -> work0 (60ms)" minlen=2]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# C++ names over several lines.
$ pprowl -dot cpp.pb.gz
|digraph "server" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: server" [shape=box fontsize=16 label="File: server\lBuild ID: c0ffee0000000000000000000000000000000001\lType: cpu\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 3.51s (70.20%)\lShowing nodes accounting for 3.51s, 100% of 3.51s total\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="server"] }
|N1 [label="app\nmain()\n{lambda()#1}\noperator()() const\n0.22s (6.27%)\nof 3.51s (100%)" id="node1" fontsize=19 shape=box tooltip="app::main()::{lambda()#1}::operator()() const (3.51s)" color="#b20000" fillcolor="#edd5d5"]
|N1_0 [label = "thread:worker 1" id="N1_0" fontsize=8 shape=box3d tooltip="0.06s"]
|N1 -> N1_0 [label=" 0.06s" weight=100 tooltip="0.06s" labeltooltip="0.06s"]
|N2 [label="app\nmain()\n$_0\noperator()() const\n0.26s (7.41%)\nof 3.51s (100%)" id="node2" fontsize=20 shape=box tooltip="app::main()::$_0::operator()() const (3.51s)" color="#b20000" fillcolor="#edd5d5"]
|N2_0 [label = "thread:worker 2" id="N2_0" fontsize=8 shape=box3d tooltip="0.07s"]
|N2 -> N2_0 [label=" 0.07s" weight=100 tooltip="0.07s" labeltooltip="0.07s"]
|N3 [label="<mycrate\nThing as mycrate\nTrait<i32>>\nfoo\n0.50s (14.25%)\nof 0.91s (25.93%)" id="node3" fontsize=24 shape=box tooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo (0.91s)" color="#b23b00" fillcolor="#edddd5"]
|N3_0 [label = "thread:worker 0" id="N3_0" fontsize=8 shape=box3d tooltip="0.13s"]
|N3 -> N3_0 [label=" 0.13s" weight=100 tooltip="0.13s" labeltooltip="0.13s"]
|N4 [label="main\n0 of 3.51s (100%)" id="node4" fontsize=8 shape=box tooltip="main (3.51s)" color="#b20000" fillcolor="#edd5d5"]
|N5 [label="Formatter\npad\n0.46s (13.11%)\nof 0.82s (23.36%)" id="node5" fontsize=24 shape=box tooltip="core::fmt::Formatter::pad (0.82s)" color="#b23f00" fillcolor="#edddd5"]
|N5_0 [label = "thread:worker 3" id="N5_0" fontsize=8 shape=box3d tooltip="0.12s"]
|N5 -> N5_0 [label=" 0.12s" weight=100 tooltip="0.12s" labeltooltip="0.12s"]
|N6 [label="malloc\n0.42s (11.97%)\nof 0.73s (20.80%)" id="node6" fontsize=23 shape=box tooltip="malloc (0.73s)" color="#b24300" fillcolor="#edded5"]
|N6_0 [label = "thread:worker 2" id="N6_0" fontsize=8 shape=box3d tooltip="0.11s"]
|N6 -> N6_0 [label=" 0.11s" weight=100 tooltip="0.11s" labeltooltip="0.11s"]
|N7 [label="operator new(unsigned long)\n0.38s (10.83%)\nof 0.64s (18.23%)" id="node7" fontsize=22 shape=box tooltip="operator new(unsigned long) (0.64s)" color="#b2500f" fillcolor="#ede0d7"]
|N7_0 [label = "thread:worker 1" id="N7_0" fontsize=8 shape=box3d tooltip="0.10s"]
|N7 -> N7_0 [label=" 0.10s" weight=100 tooltip="0.10s" labeltooltip="0.10s"]
|N8 [label="Socket\n~Socket\n0.18s (5.13%)\nof 0.71s (20.23%)" id="node8" fontsize=18 shape=box tooltip="net::Socket::~Socket() (0.71s)" color="#b24300" fillcolor="#edded5"]
|N8_0 [label = "thread:worker 0" id="N8_0" fontsize=8 shape=box3d tooltip="0.05s"]
|N8 -> N8_0 [label=" 0.05s" weight=100 tooltip="0.05s" labeltooltip="0.05s"]
|N9 [label="parse(std\n__cxx11\nbasic_string<char> const&)\n0.10s (2.85%)\nof 0.66s (18.80%)" id="node9" fontsize=16 shape=box tooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.66s)" color="#b24c0a" fillcolor="#eddfd6"]
|N9_0 [label = "thread:worker 2" id="N9_0" fontsize=8 shape=box3d tooltip="0.03s"]
|N9 -> N9_0 [label=" 0.03s" weight=100 tooltip="0.03s" labeltooltip="0.03s"]
|N10 [label="void db\nTable<db\nRow>\nscan<db\nquery()\n{lambda(db\nRow)#1}>(db\nquery()\n{lambda(db\nRow)#1})\n0.34s (9.69%)\nof 0.55s (15.67%)" id="node10" fontsize=22 shape=box tooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.55s)" color="#b26226" fillcolor="#ede2da"]
|N10_0 [label = "thread:worker 0" id="N10_0" fontsize=8 shape=box3d tooltip="0.09s"]
|N10 -> N10_0 [label=" 0.09s" weight=100 tooltip="0.09s" labeltooltip="0.09s"]
|N11 [label="ThreadPool\nRun\n0.02s (0.57%)\nof 0.58s (16.52%)" id="node11" fontsize=12 shape=box tooltip="base::tasks::ThreadPool::Run() (0.58s)" color="#b25c1f" fillcolor="#ede1d9"]
|N12 [label="Socket\noperator\n0.14s (3.99%)\nof 0.62s (17.66%)" id="node12" fontsize=17 shape=box tooltip="net::Socket::operator<<(net::Socket const&) (0.62s)" color="#b25414" fillcolor="#ede0d8"]
|N12_0 [label = "thread:worker 3" id="N12_0" fontsize=8 shape=box3d tooltip="0.04s"]
|N12 -> N12_0 [label=" 0.04s" weight=100 tooltip="0.04s" labeltooltip="0.04s"]
|N13 [label="std\nmap<std\n__cxx11\nbasic_string<char>, std\nvector<db\nRow*, std\nallocator<db\nRow*> >, std\nless<std\n__cxx11\nbasic_string<char> > >\nfind(std\n__cxx11\nbasic_string<char> const&)\n0.30s (8.55%)\nof 0.46s (13.11%)" id="node13" fontsize=21 shape=box tooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.46s)" color="#b2723d" fillcolor="#ede4dd"]
|N13_0 [label = "thread:worker 3" id="N13_0" fontsize=8 shape=box3d tooltip="0.08s"]
|N13 -> N13_0 [label=" 0.08s" weight=100 tooltip="0.08s" labeltooltip="0.08s"]
|N14 [label="std\nvector<int, std\nallocator<int> >\npush_back(int const&)\n0.06s (1.71%)\nof 0.57s (16.24%)" id="node14" fontsize=14 shape=box tooltip="std::vector<int, std::allocator<int> >::push_back(int const&) (0.57s)" color="#b25e21" fillcolor="#ede1d9"]
|N14_0 [label = "thread:worker 1" id="N14_0" fontsize=8 shape=box3d tooltip="0.02s"]
|N14 -> N14_0 [label=" 0.02s" weight=100 tooltip="0.02s" labeltooltip="0.02s"]
|N15 [label="[libstdc++.so.6]\n0.13s (3.70%)" id="node15" fontsize=17 shape=box tooltip="[libstdc++.so.6] (0.13s)" color="#b2a691" fillcolor="#edebe8"]
|N2 -> N1 [label=" 3.51s\n (inline)" weight=101 penwidth=6 color="#b20000" tooltip="app::main()::$_0::operator()() const -> app::main()::{lambda()#1}::operator()() const (3.51s)" labeltooltip="app::main()::$_0::operator()() const -> app::main()::{lambda()#1}::operator()() const (3.51s)" minlen=2]
|N4 -> N2 [label=" 3.51s\n (inline)" weight=101 penwidth=6 color="#b20000" tooltip="main -> app::main()::$_0::operator()() const (3.51s)" labeltooltip="main -> app::main()::$_0::operator()() const (3.51s)"]
|N1 -> N14 [label=" 0.49s" weight=14 color="#b26d35" tooltip="app::main()::{lambda()#1}::operator()() const -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.49s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.49s)" minlen=2]
|N1 -> N8 [label=" 0.48s" weight=14 color="#b26f38" tooltip="app::main()::{lambda()#1}::operator()() const -> net::Socket::~Socket() (0.48s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> net::Socket::~Socket() (0.48s)" minlen=2]
|N1 -> N11 [label=" 0.46s" weight=14 color="#b2723d" tooltip="app::main()::{lambda()#1}::operator()() const -> base::tasks::ThreadPool::Run() (0.46s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> base::tasks::ThreadPool::Run() (0.46s)" minlen=2]
|N1 -> N9 [label=" 0.44s" weight=13 color="#b27642" tooltip="app::main()::{lambda()#1}::operator()() const -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.44s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.44s)" minlen=2]
|N1 -> N12 [label=" 0.44s" weight=13 color="#b27642" tooltip="app::main()::{lambda()#1}::operator()() const -> net::Socket::operator<<(net::Socket const&) (0.44s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> net::Socket::operator<<(net::Socket const&) (0.44s)" minlen=2]
|N8 -> N3 [label=" 0.37s" weight=11 color="#b28254" tooltip="net::Socket::~Socket() -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.37s)" labeltooltip="net::Socket::~Socket() -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.37s)" minlen=2]
|N12 -> N5 [label=" 0.34s" weight=10 color="#b2875c" tooltip="net::Socket::operator<<(net::Socket const&) -> core::fmt::Formatter::pad (0.34s)" labeltooltip="net::Socket::operator<<(net::Socket const&) -> core::fmt::Formatter::pad (0.34s)" minlen=2]
|N9 -> N6 [label=" 0.31s" weight=9 color="#b28c63" tooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> malloc (0.31s)" labeltooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> malloc (0.31s)" minlen=2]
|N1 -> N3 [label=" 0.28s" weight=8 color="#b2916b" tooltip="app::main()::{lambda()#1}::operator()() const -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.28s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.28s)" minlen=2]
|N14 -> N7 [label=" 0.28s" weight=8 color="#b2916b" tooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> operator new(unsigned long) (0.28s)" labeltooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> operator new(unsigned long) (0.28s)" minlen=2]
|N11 -> N10 [label=" 0.26s" weight=8 color="#b29470" tooltip="base::tasks::ThreadPool::Run() -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.26s)" labeltooltip="base::tasks::ThreadPool::Run() -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.26s)"]
|N1 -> N5 [label=" 0.24s" weight=7 color="#b29775" tooltip="app::main()::{lambda()#1}::operator()() const -> core::fmt::Formatter::pad (0.24s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> core::fmt::Formatter::pad (0.24s)" minlen=2]
|N3 -> N13 [label=" 0.22s" weight=7 color="#b29a7a" tooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.22s)" labeltooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.22s)" minlen=2]
|N1 -> N6 [label=" 0.20s" weight=6 color="#b29c7f" tooltip="app::main()::{lambda()#1}::operator()() const -> malloc (0.20s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> malloc (0.20s)" minlen=2]
|N5 -> N2 [label=" 0.19s" weight=6 color="#b29e82" tooltip="core::fmt::Formatter::pad -> app::main()::$_0::operator()() const (0.19s)" labeltooltip="core::fmt::Formatter::pad -> app::main()::$_0::operator()() const (0.19s)" minlen=2]
|N1 -> N2 [label=" 0.17s" weight=5 color="#b2a187" tooltip="app::main()::{lambda()#1}::operator()() const -> app::main()::$_0::operator()() const (0.17s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> app::main()::$_0::operator()() const (0.17s)" minlen=2]
|N1 -> N7 [label=" 0.16s" weight=5 color="#b2a289" tooltip="app::main()::{lambda()#1}::operator()() const -> operator new(unsigned long) (0.16s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> operator new(unsigned long) (0.16s)" minlen=2]
|N6 -> N1 [label=" 0.16s" weight=5 color="#b2a289" tooltip="malloc -> app::main()::{lambda()#1}::operator()() const (0.16s)" labeltooltip="malloc -> app::main()::{lambda()#1}::operator()() const (0.16s)" minlen=2]
|N9 -> N3 [label=" 0.14s\n (inline)" weight=4 color="#b2a48e" tooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.14s)" labeltooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.14s)" minlen=2]
|N2 -> N9 [label=" 0.14s\n (inline)" weight=4 color="#b2a48e" tooltip="app::main()::$_0::operator()() const -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.14s)" labeltooltip="app::main()::$_0::operator()() const -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.14s)" minlen=2]
|N11 -> N6 [label=" 0.13s" weight=4 color="#b2a691" tooltip="base::tasks::ThreadPool::Run() -> malloc (0.13s)" labeltooltip="base::tasks::ThreadPool::Run() -> malloc (0.13s)"]
|N7 -> N8 [label=" 0.13s" weight=4 color="#b2a691" tooltip="operator new(unsigned long) -> net::Socket::~Socket() (0.13s)" labeltooltip="operator new(unsigned long) -> net::Socket::~Socket() (0.13s)" minlen=2]
|N14 -> N5 [label=" 0.13s\n (inline)" weight=4 color="#b2a691" tooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> core::fmt::Formatter::pad (0.13s)" labeltooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> core::fmt::Formatter::pad (0.13s)" minlen=2]
|N1 -> N10 [label=" 0.12s" weight=4 color="#b2a793" tooltip="app::main()::{lambda()#1}::operator()() const -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.12s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.12s)" minlen=2]
|N8 -> N11 [label=" 0.12s\n (inline)" weight=4 color="#b2a793" tooltip="net::Socket::~Socket() -> base::tasks::ThreadPool::Run() (0.12s)" labeltooltip="net::Socket::~Socket() -> base::tasks::ThreadPool::Run() (0.12s)" minlen=2]
|N3 -> N7 [label=" 0.11s\n (inline)" weight=4 color="#b2a896" tooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> operator new(unsigned long) (0.11s)" labeltooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> operator new(unsigned long) (0.11s)" minlen=2]
|N12 -> N3 [label=" 0.11s\n (inline)" weight=4 color="#b2a896" tooltip="net::Socket::operator<<(net::Socket const&) -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.11s)" labeltooltip="net::Socket::operator<<(net::Socket const&) -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.11s)" minlen=2]
|N9 -> N5 [label=" 0.10s\n (inline)" weight=3 color="#b2a999" tooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> core::fmt::Formatter::pad (0.10s)" labeltooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> core::fmt::Formatter::pad (0.10s)" minlen=2]
|N5 -> N10 [label=" 0.10s\n (inline)" weight=3 color="#b2a999" tooltip="core::fmt::Formatter::pad -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.10s)" labeltooltip="core::fmt::Formatter::pad -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.10s)" minlen=2]
|N10 -> N12 [label=" 0.10s" weight=3 color="#b2a999" tooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> net::Socket::operator<<(net::Socket const&) (0.10s)" labeltooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> net::Socket::operator<<(net::Socket const&) (0.10s)" minlen=2]
|N11 -> N7 [label=" 0.09s" weight=3 color="#b2aa9b" tooltip="base::tasks::ThreadPool::Run() -> operator new(unsigned long) (0.09s)" labeltooltip="base::tasks::ThreadPool::Run() -> operator new(unsigned long) (0.09s)"]
|N6 -> N13 [label=" 0.09s\n (inline)" weight=3 color="#b2aa9b" tooltip="malloc -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.09s)" labeltooltip="malloc -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.09s)" minlen=2]
|N14 -> N6 [label=" 0.09s\n (inline)" weight=3 color="#b2aa9b" tooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> malloc (0.09s)" labeltooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> malloc (0.09s)" minlen=2]
|N1 -> N13 [label=" 0.08s" weight=3 color="#b2ab9e" tooltip="app::main()::{lambda()#1}::operator()() const -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.08s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.08s)" minlen=2]
|N7 -> N2 [label=" 0.08s\n (inline)" weight=3 color="#b2ab9e" tooltip="operator new(unsigned long) -> app::main()::$_0::operator()() const (0.08s)" labeltooltip="operator new(unsigned long) -> app::main()::$_0::operator()() const (0.08s)" minlen=2]
|N3 -> N10 [label=" 0.07s\n (inline)" weight=2 color="#b2ada0" tooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.07s)" labeltooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) (0.07s)" minlen=2]
|N13 -> N9 [label=" 0.07s" weight=2 color="#b2ada0" tooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.07s)" labeltooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.07s)" minlen=2]
|N10 -> N1 [label=" 0.07s\n (inline)" weight=2 color="#b2ada0" tooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> app::main()::{lambda()#1}::operator()() const (0.07s)" labeltooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> app::main()::{lambda()#1}::operator()() const (0.07s)" minlen=2]
|N5 -> N13 [label=" 0.06s\n (inline)" weight=2 color="#b2ada3" tooltip="core::fmt::Formatter::pad -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.06s)" labeltooltip="core::fmt::Formatter::pad -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.06s)" minlen=2]
|N13 -> N8 [label=" 0.06s\n (inline)" weight=2 color="#b2ada3" tooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> net::Socket::~Socket() (0.06s)" labeltooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> net::Socket::~Socket() (0.06s)" minlen=2]
|N2 -> N12 [label=" 0.05s\n (inline)" weight=2 color="#b2aea5" tooltip="app::main()::$_0::operator()() const -> net::Socket::operator<<(net::Socket const&) (0.05s)" labeltooltip="app::main()::$_0::operator()() const -> net::Socket::operator<<(net::Socket const&) (0.05s)" minlen=2]
|N6 -> N2 [label=" 0.05s\n (inline)" weight=2 color="#b2aea5" tooltip="malloc -> app::main()::$_0::operator()() const (0.05s)" labeltooltip="malloc -> app::main()::$_0::operator()() const (0.05s)" minlen=2]
|N2 -> N14 [label=" 0.04s" weight=2 color="#b2afa8" tooltip="app::main()::$_0::operator()() const -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.04s)" labeltooltip="app::main()::$_0::operator()() const -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.04s)" minlen=2]
|N7 -> N1 [label=" 0.04s\n (inline)" weight=2 color="#b2afa8" tooltip="operator new(unsigned long) -> app::main()::{lambda()#1}::operator()() const (0.04s)" labeltooltip="operator new(unsigned long) -> app::main()::{lambda()#1}::operator()() const (0.04s)" minlen=2]
|N8 -> N14 [label=" 0.03s\n (inline)" color="#b2b0aa" tooltip="net::Socket::~Socket() -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.03s)" labeltooltip="net::Socket::~Socket() -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.03s)" minlen=2]
|N10 -> N8 [label=" 0.03s\n (inline)" color="#b2b0aa" tooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> net::Socket::~Socket() (0.03s)" labeltooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> net::Socket::~Socket() (0.03s)" minlen=2]
|N12 -> N11 [label=" 0.02s\n (inline)" color="#b2b1ad" tooltip="net::Socket::operator<<(net::Socket const&) -> base::tasks::ThreadPool::Run() (0.02s)" labeltooltip="net::Socket::operator<<(net::Socket const&) -> base::tasks::ThreadPool::Run() (0.02s)" minlen=2]
|N13 -> N12 [label=" 0.02s\n (inline)" color="#b2b1ad" tooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> net::Socket::operator<<(net::Socket const&) (0.02s)" labeltooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> net::Socket::operator<<(net::Socket const&) (0.02s)" minlen=2]
|N9 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> [libstdc++.so.6] (0.01s)" labeltooltip="(anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) -> [libstdc++.so.6] (0.01s)" minlen=2]
|N3 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> [libstdc++.so.6] (0.01s)" labeltooltip="<mycrate::Thing as mycrate::Trait<i32>>::foo -> [libstdc++.so.6] (0.01s)" minlen=2]
|N2 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="app::main()::$_0::operator()() const -> [libstdc++.so.6] (0.01s)" labeltooltip="app::main()::$_0::operator()() const -> [libstdc++.so.6] (0.01s)" minlen=2]
|N1 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="app::main()::{lambda()#1}::operator()() const -> [libstdc++.so.6] (0.01s)" labeltooltip="app::main()::{lambda()#1}::operator()() const -> [libstdc++.so.6] (0.01s)" minlen=2]
|N11 -> N9 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> (anonymous namespace)::parse(std::__cxx11::basic_string<char> const&) (0.01s)"]
|N11 -> N3 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> <mycrate::Thing as mycrate::Trait<i32>>::foo (0.01s)"]
|N11 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> [libstdc++.so.6] (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> [libstdc++.so.6] (0.01s)"]
|N11 -> N2 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> app::main()::$_0::operator()() const (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> app::main()::$_0::operator()() const (0.01s)"]
|N11 -> N1 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> app::main()::{lambda()#1}::operator()() const (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> app::main()::{lambda()#1}::operator()() const (0.01s)"]
|N11 -> N5 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> core::fmt::Formatter::pad (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> core::fmt::Formatter::pad (0.01s)"]
|N11 -> N12 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> net::Socket::operator<<(net::Socket const&) (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> net::Socket::operator<<(net::Socket const&) (0.01s)"]
|N11 -> N8 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> net::Socket::~Socket() (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> net::Socket::~Socket() (0.01s)"]
|N11 -> N13 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) (0.01s)"]
|N11 -> N14 [label=" 0.01s" color="#b2b2af" tooltip="base::tasks::ThreadPool::Run() -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.01s)" labeltooltip="base::tasks::ThreadPool::Run() -> std::vector<int, std::allocator<int> >::push_back(int const&) (0.01s)"]
|N5 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="core::fmt::Formatter::pad -> [libstdc++.so.6] (0.01s)" labeltooltip="core::fmt::Formatter::pad -> [libstdc++.so.6] (0.01s)" minlen=2]
|N6 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="malloc -> [libstdc++.so.6] (0.01s)" labeltooltip="malloc -> [libstdc++.so.6] (0.01s)" minlen=2]
|N12 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="net::Socket::operator<<(net::Socket const&) -> [libstdc++.so.6] (0.01s)" labeltooltip="net::Socket::operator<<(net::Socket const&) -> [libstdc++.so.6] (0.01s)" minlen=2]
|N8 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="net::Socket::~Socket() -> [libstdc++.so.6] (0.01s)" labeltooltip="net::Socket::~Socket() -> [libstdc++.so.6] (0.01s)" minlen=2]
|N7 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="operator new(unsigned long) -> [libstdc++.so.6] (0.01s)" labeltooltip="operator new(unsigned long) -> [libstdc++.so.6] (0.01s)" minlen=2]
|N13 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> [libstdc++.so.6] (0.01s)" labeltooltip="std::map<std::__cxx11::basic_string<char>, std::vector<db::Row*, std::allocator<db::Row*> >, std::less<std::__cxx11::basic_string<char> > >::find(std::__cxx11::basic_string<char> const&) -> [libstdc++.so.6] (0.01s)" minlen=2]
|N14 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> [libstdc++.so.6] (0.01s)" labeltooltip="std::vector<int, std::allocator<int> >::push_back(int const&) -> [libstdc++.so.6] (0.01s)" minlen=2]
|N10 -> N15 [label=" 0.01s" color="#b2b2af" tooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> [libstdc++.so.6] (0.01s)" labeltooltip="void db::Table<db::Row>::scan<db::query()::{lambda(db::Row)#1}>(db::query()::{lambda(db::Row)#1}) -> [libstdc++.so.6] (0.01s)" minlen=2]
|}

# Paths over what is left out are dotted; those that say nothing new are gone.
$ pprowl -dot -nodecount=9 demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:03 UTC\lShowing nodes accounting for 324.86MB, 95.64% of 339.68MB total\lDropped 74 nodes (cum <= 1.70MB)\lShowing top 6 nodes out of 28\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n312.15MB (91.89%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (312.15MB)" color="#b20400" fillcolor="#edd6d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="296.99MB"]
|N1 -> NN1_0 [label=" 296.99MB" weight=100 tooltip="296.99MB" labeltooltip="296.99MB"]
|NN1_1 [label = "8kB" id="NN1_1" fontsize=8 shape=box3d tooltip="11.78MB"]
|N1 -> NN1_1 [label=" 11.78MB" weight=100 tooltip="11.78MB" labeltooltip="11.78MB"]
|NN1_2 [label = "26.62kB" id="NN1_2" fontsize=8 shape=box3d tooltip="1.77MB"]
|N1 -> NN1_2 [label=" 1.77MB" weight=100 tooltip="1.77MB" labeltooltip="1.77MB"]
|N2 [label="http\nHandlerFunc\nServeHTTP\n0 of 329.47MB (97.00%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (329.47MB)" color="#b20100" fillcolor="#edd5d5"]
|N3 [label="load\nRun\nfunc1\n0 of 329.61MB (97.03%)" id="node3" fontsize=8 shape=box tooltip="demo/load.Run.func1 (329.61MB)" color="#b20100" fillcolor="#edd5d5"]
|N4 [label="server\nNew\n(*Server)\nwithSession\nfunc5\n0 of 329.47MB (97.00%)" id="node4" fontsize=8 shape=box tooltip="demo/server.New.(*Server).withSession.func5 (329.47MB)" color="#b20100" fillcolor="#edd5d5"]
|N5 [label="metrics\n(*Registry)\nCounter\n12.39MB (3.65%)" id="node5" fontsize=12 shape=box tooltip="demo/metrics.(*Registry).Counter (12.39MB)" color="#b2a691" fillcolor="#edebe8"]
|NN5_0 [label = "160B" id="NN5_0" fontsize=8 shape=box3d tooltip="9.24MB"]
|N5 -> NN5_0 [label=" 9.24MB" weight=100 tooltip="9.24MB" labeltooltip="9.24MB"]
|NN5_1 [label = "26.62kB" id="NN5_1" fontsize=8 shape=box3d tooltip="3.15MB"]
|N5 -> NN5_1 [label=" 3.15MB" weight=100 tooltip="3.15MB" labeltooltip="3.15MB"]
|N6 [label="server\nNew\n(*Server)\ntimed\nfunc2\n0.32MB (0.093%)\nof 305.32MB (89.89%)" id="node6" fontsize=9 shape=box tooltip="demo/server.New.(*Server).timed.func2 (305.32MB)" color="#b20500" fillcolor="#edd6d5"]
|N3 -> N2 [label=" 329.47MB" weight=97 penwidth=5 color="#b20100" tooltip="demo/load.Run.func1 -> net/http.HandlerFunc.ServeHTTP (329.47MB)" labeltooltip="demo/load.Run.func1 -> net/http.HandlerFunc.ServeHTTP (329.47MB)"]
|N2 -> N4 [label=" 329.47MB" weight=97 penwidth=5 color="#b20100" tooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).withSession.func5 (329.47MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).withSession.func5 (329.47MB)"]
|N4 -> N2 [label=" 317.51MB" weight=94 penwidth=5 color="#b20300" tooltip="demo/server.New.(*Server).withSession.func5 ... net/http.HandlerFunc.ServeHTTP (317.51MB)" labeltooltip="demo/server.New.(*Server).withSession.func5 ... net/http.HandlerFunc.ServeHTTP (317.51MB)" style="dotted"]
|N2 -> N6 [label=" 305.32MB" weight=90 penwidth=5 color="#b20500" tooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (305.32MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (305.32MB)"]
|N6 -> N1 [label=" 300.20MB" weight=89 penwidth=5 color="#b20600" tooltip="demo/server.New.(*Server).timed.func2 ... demo/cache.(*Store).Put (300.20MB)" labeltooltip="demo/server.New.(*Server).timed.func2 ... demo/cache.(*Store).Put (300.20MB)" style="dotted"]
|N4 -> N1 [label=" 11.95MB" weight=4 color="#b2a693" tooltip="demo/server.New.(*Server).withSession.func5 -> demo/cache.(*Store).Put (11.95MB)" labeltooltip="demo/server.New.(*Server).withSession.func5 -> demo/cache.(*Store).Put (11.95MB)"]
|N6 -> N5 [label=" 4.06MB" weight=2 color="#b2afa7" tooltip="demo/server.New.(*Server).timed.func2 ... demo/metrics.(*Registry).Counter (4.06MB)" labeltooltip="demo/server.New.(*Server).timed.func2 ... demo/metrics.(*Registry).Counter (4.06MB)" style="dotted"]
|}

# Labels count as nodes.
$ pprowl -dot -nodecount=5 labels.pb.gz
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1.57s (31.40%)\lShowing nodes accounting for 1.01s, 64.33% of 1.57s total\lShowing top 1 nodes out of 7\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="handle\n1.01s (64.33%)\nof 1.57s (100%)" id="node1" fontsize=24 shape=box tooltip="handle (1.57s)" color="#b20000" fillcolor="#edd5d5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="0.35s"]
|N1 -> N1_0 [label=" 0.35s" weight=100 tooltip="0.35s" labeltooltip="0.35s"]
|N1_1 [label = "method:POST" id="N1_1" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_1 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N1_2 [label = "method:GET" id="N1_2" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_2 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N1_3 [label = "method:GET\ntenant:blue\ntenant:green 20" id="N1_3" fontsize=8 shape=box3d tooltip="0.07s"]
|N1 -> N1_3 [label=" 0.07s" weight=100 tooltip="0.07s" labeltooltip="0.07s"]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Nodes and edges that are too light, by share.
$ pprowl -dot -nodefraction=0.1 -edgefraction=0.08 labels.pb.gz
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1.57s (31.40%)\lShowing nodes accounting for 1.01s, 64.33% of 1.57s total\lDropped 5 nodes (cum <= 0.16s)\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="handle\n1.01s (64.33%)\nof 1.57s (100%)" id="node1" fontsize=24 shape=box tooltip="handle (1.57s)" color="#b20000" fillcolor="#edd5d5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="0.35s"]
|N1 -> N1_0 [label=" 0.35s" weight=100 tooltip="0.35s" labeltooltip="0.35s"]
|N1_1 [label = "method:POST" id="N1_1" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_1 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N1_2 [label = "method:GET" id="N1_2" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_2 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N2 [label="main\n0 of 1.57s (100%)" id="node2" fontsize=8 shape=box tooltip="main (1.57s)" color="#b20000" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 1.57s" weight=101 penwidth=6 color="#b20000" tooltip="main -> handle (1.57s)" labeltooltip="main -> handle (1.57s)"]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Numbers of bytes, in ranges where there are many.
$ pprowl -dot -sample_index=alloc_space -nodecount=3 demo/before.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: alloc_space\lTime: 2026-11-20 17:44:00 UTC\lShowing nodes accounting for 97.54MB, 49.70% of 196.26MB total\lDropped 69 nodes (cum <= 0.98MB)\lShowing top 2 nodes out of 66\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n97.54MB (49.70%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (97.54MB)" color="#b22100" fillcolor="#edd9d5"]
|NN1_0 [label = "8kB" id="NN1_0" fontsize=8 shape=box3d tooltip="70.08MB"]
|N1 -> NN1_0 [label=" 70.08MB" weight=100 tooltip="70.08MB" labeltooltip="70.08MB"]
|NN1_1 [label = "9.25kB" id="NN1_1" fontsize=8 shape=box3d tooltip="26.86MB"]
|N1 -> NN1_1 [label=" 26.86MB" weight=100 tooltip="26.86MB" labeltooltip="26.86MB"]
|N2 [label="http\nHandlerFunc\nServeHTTP\n0 of 144.05MB (73.40%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (144.05MB)" color="#b20f00" fillcolor="#edd7d5"]
|N2 -> N1 [label=" 97.54MB" weight=50 penwidth=3 color="#b22100" tooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (97.54MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (97.54MB)" style="dotted"]
|}

# Each in the range whose first one is next to it.
$ pprowl -dot -sample_index=alloc_space -nodecount=3 -nodefraction=0 demo/before.pb.gz | grep -a '^NN'
|NN1_0 [label = "4.75kB..8kB" id="NN1_0" fontsize=8 shape=box3d tooltip="70.10MB"]
|NN1_1 [label = "9.25kB..16kB" id="NN1_1" fontsize=8 shape=box3d tooltip="26.92MB"]
|NN1_2 [label = "24kB..56kB" id="NN1_2" fontsize=8 shape=box3d tooltip="0.40MB"]
|NN1_3 [label = "32B..3.38kB" id="NN1_3" fontsize=8 shape=box3d tooltip="0.13MB"]

# What is less is green.
$ pprowl -dot -nodecount=8 -base=demo/before.pb.gz demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:00 UTC\lShowing nodes accounting for 285.04MB, 98.32% of 289.90MB total\lDropped 71 nodes (cum <= 1.45MB)\lDropped 1 edge (freq <= 0.29MB)\lShowing top 5 nodes out of 16\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n273.37MB (94.30%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (273.37MB)" color="#b20300" fillcolor="#edd5d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="270.15MB"]
|N1 -> NN1_0 [label=" 270.15MB" weight=100 tooltip="270.15MB" labeltooltip="270.15MB"]
|NN1_1 [label = "26.62kB" id="NN1_1" fontsize=8 shape=box3d tooltip="1.61MB"]
|N1 -> NN1_1 [label=" 1.61MB" weight=100 tooltip="1.61MB" labeltooltip="1.61MB"]
|N2 [label="load\nRun\nfunc1\n0 of 287.37MB (99.13%)" id="node2" fontsize=8 shape=box tooltip="demo/load.Run.func1 (287.37MB)" color="#b20000" fillcolor="#edd5d5"]
|N3 [label="http\nHandlerFunc\nServeHTTP\n0 of 287.29MB (99.10%)" id="node3" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (287.29MB)" color="#b20000" fillcolor="#edd5d5"]
|N4 [label="metrics\n(*Registry)\nCounter\n11.36MB (3.92%)" id="node4" fontsize=12 shape=box tooltip="demo/metrics.(*Registry).Counter (11.36MB)" color="#b2a58f" fillcolor="#edebe8"]
|NN4_0 [label = "160B" id="NN4_0" fontsize=8 shape=box3d tooltip="8.41MB"]
|N4 -> NN4_0 [label=" 8.41MB" weight=100 tooltip="8.41MB" labeltooltip="8.41MB"]
|NN4_1 [label = "26.62kB" id="NN4_1" fontsize=8 shape=box3d tooltip="2.94MB"]
|N4 -> NN4_1 [label=" 2.94MB" weight=100 tooltip="2.94MB" labeltooltip="2.94MB"]
|N5 [label="server\nNew\n(*Server)\ntimed\nfunc2\n0.31MB (0.11%)\nof 277.81MB (95.83%)" id="node5" fontsize=9 shape=box tooltip="demo/server.New.(*Server).timed.func2 (277.81MB)" color="#b20200" fillcolor="#edd5d5"]
|N2 -> N3 [label=" 287.29MB" weight=100 penwidth=5 color="#b20000" tooltip="demo/load.Run.func1 -> net/http.HandlerFunc.ServeHTTP (287.29MB)" labeltooltip="demo/load.Run.func1 -> net/http.HandlerFunc.ServeHTTP (287.29MB)"]
|N3 -> N5 [label=" 277.81MB" weight=96 penwidth=5 color="#b20200" tooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (277.81MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (277.81MB)"]
|N5 -> N1 [label=" 273.13MB" weight=95 penwidth=5 color="#b20300" tooltip="demo/server.New.(*Server).timed.func2 ... demo/cache.(*Store).Put (273.13MB)" labeltooltip="demo/server.New.(*Server).timed.func2 ... demo/cache.(*Store).Put (273.13MB)" style="dotted"]
|N5 -> N4 [label=" 3.66MB" weight=2 color="#b2afa7" tooltip="demo/server.New.(*Server).timed.func2 ... demo/metrics.(*Registry).Counter (3.66MB)" labeltooltip="demo/server.New.(*Server).timed.func2 ... demo/metrics.(*Registry).Counter (3.66MB)" style="dotted"]
|}

# In shares of the base.
$ pprowl -dot -nodecount=4 -diff_base=demo/before.pb.gz demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:00 UTC\lShowing nodes accounting for 273.37MB, 501.73% of 54.48MB total\lDropped 71 nodes (cum <= 0.27MB)\lShowing top 2 nodes out of 16\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n273.37MB (501.73%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (273.37MB)" color="#b20000" fillcolor="#edd5d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="270.15MB"]
|N1 -> NN1_0 [label=" 270.15MB" weight=100 tooltip="270.15MB" labeltooltip="270.15MB"]
|NN1_1 [label = "26.62kB" id="NN1_1" fontsize=8 shape=box3d tooltip="1.61MB"]
|N1 -> NN1_1 [label=" 1.61MB" weight=100 tooltip="1.61MB" labeltooltip="1.61MB"]
|N2 [label="http\nHandlerFunc\nServeHTTP\n0 of 287.29MB (527.29%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (287.29MB)" color="#b20000" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 273.37MB" weight=101 penwidth=6 color="#b20000" tooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (273.37MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (273.37MB)" style="dotted"]
|}

# Negative values.
$ pprowl -dot negative.pb.gz
~edges of 7MB and -7MB come in any order there
|digraph "unnamed" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "Type: inuse_space" [shape=box fontsize=16 label="Type: inuse_space\lTime: 2024-05-01 12:00:00 UTC\lShowing nodes accounting for 260MB, 166.66% of 156MB total\l\lSee https://git.io/JfYMW for how to read the graph\l"] }
|N1 [label="store\nPut\n350MB (224.36%)" id="node1" fontsize=24 shape=box tooltip="store.Put (350MB)" color="#b20000" fillcolor="#edd5d5"]
|N2 [label="main\nmain\n0 of 260MB (166.66%)" id="node2" fontsize=8 shape=box tooltip="main.main (260MB)" color="#b20000" fillcolor="#edd5d5"]
|N3 [label="store\ndrop\n-90MB (57.69%)" id="node3" fontsize=17 shape=box tooltip="store.drop (-90MB)" color="#1bb200" fillcolor="#d9edd5"]
|N4 [label="main\nserve\n0 of 251MB (160.89%)" id="node4" fontsize=8 shape=box tooltip="main.serve (251MB)" color="#b20000" fillcolor="#edd5d5"]
|N5 [label="balance\nUp\n7MB (4.48%)" id="node5" fontsize=11 shape=box tooltip="balance.Up (7MB)" color="#b2a28a" fillcolor="#edebe7"]
|N6 [label="balance\nDown\n-7MB (4.49%)" id="node6" fontsize=11 shape=box tooltip="balance.Down (-7MB)" color="#a2b28a" fillcolor="#ebede7"]
|N4 -> N1 [label=" 350MB" weight=101 penwidth=6 color="#b20000" tooltip="main.serve -> store.Put (350MB)" labeltooltip="main.serve -> store.Put (350MB)"]
|N2 -> N4 [label=" 251MB" weight=101 penwidth=6 color="#b20000" tooltip="main.main -> main.serve (251MB)" labeltooltip="main.main -> main.serve (251MB)"]
|N4 -> N3 [label=" -90MB" weight=58 penwidth=3 color="#1bb200" tooltip="main.serve -> store.drop (-90MB)" labeltooltip="main.serve -> store.drop (-90MB)"]
|N2 -> N0 [label=" 9MB" weight=6 color="#b29c7f" tooltip="main.main -> balance.Both (9MB)" labeltooltip="main.main -> balance.Both (9MB)"]
|N4 -> N0 [label=" -9MB" weight=6 color="#9cb27f" tooltip="main.serve -> balance.Both (-9MB)" labeltooltip="main.serve -> balance.Both (-9MB)"]
|N2 -> N6 [label=" -7MB" weight=5 color="#a2b28a" tooltip="main.main -> balance.Down (-7MB)" labeltooltip="main.main -> balance.Down (-7MB)"]
|N2 -> N5 [label=" 7MB" weight=5 color="#b2a28a" tooltip="main.main -> balance.Up (7MB)" labeltooltip="main.main -> balance.Up (7MB)"]
|}

# Without the negative ones.
$ pprowl -dot -drop_negative negative.pb.gz
~edges of 9MB and -9MB come in any order there
|digraph "unnamed" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "Type: inuse_space" [shape=box fontsize=16 label="Type: inuse_space\lTime: 2024-05-01 12:00:00 UTC\lShowing nodes accounting for 357MB, 228.84% of 156MB total\l\lSee https://git.io/JfYMW for how to read the graph\l"] }
|N1 [label="store\nPut\n350MB (224.36%)" id="node1" fontsize=24 shape=box tooltip="store.Put (350MB)" color="#b20000" fillcolor="#edd5d5"]
|N2 [label="main\nmain\n0 of 260MB (166.66%)" id="node2" fontsize=8 shape=box tooltip="main.main (260MB)" color="#b20000" fillcolor="#edd5d5"]
|N3 [label="main\nserve\n0 of 251MB (160.89%)" id="node3" fontsize=8 shape=box tooltip="main.serve (251MB)" color="#b20000" fillcolor="#edd5d5"]
|N4 [label="balance\nUp\n7MB (4.48%)" id="node4" fontsize=11 shape=box tooltip="balance.Up (7MB)" color="#b2a28a" fillcolor="#edebe7"]
|N3 -> N1 [label=" 350MB" weight=101 penwidth=6 color="#b20000" tooltip="main.serve -> store.Put (350MB)" labeltooltip="main.serve -> store.Put (350MB)"]
|N2 -> N3 [label=" 251MB" weight=101 penwidth=6 color="#b20000" tooltip="main.main -> main.serve (251MB)" labeltooltip="main.main -> main.serve (251MB)"]
|N3 -> N0 [label=" -90MB" weight=58 penwidth=3 color="#1bb200" tooltip="main.serve -> store.drop (-90MB)" labeltooltip="main.serve -> store.drop (-90MB)"]
|N2 -> N0 [label=" 9MB" weight=6 color="#b29c7f" tooltip="main.main -> balance.Both (9MB)" labeltooltip="main.main -> balance.Both (9MB)"]
|N3 -> N0 [label=" -9MB" weight=6 color="#9cb27f" tooltip="main.serve -> balance.Both (-9MB)" labeltooltip="main.serve -> balance.Both (-9MB)"]
|N2 -> N0 [label=" -7MB" weight=5 color="#a2b28a" tooltip="main.main -> balance.Down (-7MB)" labeltooltip="main.main -> balance.Down (-7MB)"]
|N2 -> N4 [label=" 7MB" weight=5 color="#b2a28a" tooltip="main.main -> balance.Up (7MB)" labeltooltip="main.main -> balance.Up (7MB)"]
|}

# The profile's lines are in the legend whatever the option says.
$ pprowl -dot -compact_labels -focus=work1 -unit=s labels.pb.gz
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1.57s (31.40%)\lActive filters:\l   focus=work1\lShowing nodes accounting for 0.10s, 6.37% of 1.57s total\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="work1\n0.10s (6.37%)" id="node1" fontsize=24 shape=box tooltip="work1 (0.10s)" color="#b29979" fillcolor="#ede9e5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="0.07s"]
|N1 -> N1_0 [label=" 0.07s" weight=100 tooltip="0.07s" labeltooltip="0.07s"]
|N1_1 [label = "method:GET" id="N1_1" fontsize=8 shape=box3d tooltip="0.02s"]
|N1 -> N1_1 [label=" 0.02s" weight=100 tooltip="0.02s" labeltooltip="0.02s"]
|N1_2 [label = "method:POST" id="N1_2" fontsize=8 shape=box3d tooltip="0.01s"]
|N1 -> N1_2 [label=" 0.01s" weight=100 tooltip="0.01s" labeltooltip="0.01s"]
|N2 [label="main\n0 of 0.10s (6.37%)" id="node2" fontsize=8 shape=box tooltip="main (0.10s)" color="#b29979" fillcolor="#ede9e5"]
|N3 [label="handle\n0 of 0.10s (6.37%)" id="node3" fontsize=8 shape=box tooltip="handle (0.10s)" color="#b29979" fillcolor="#ede9e5"]
|N3 -> N1 [label=" 0.10s" weight=7 color="#b29979" tooltip="handle -> work1 (0.10s)" labeltooltip="handle -> work1 (0.10s)"]
|N2 -> N3 [label=" 0.10s" weight=7 color="#b29979" tooltip="main -> handle (0.10s)" labeltooltip="main -> handle (0.10s)"]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Labels whose keys are not shown.
$ pprowl -dot -taghide=path -tagfocus=method labels.pb.gz
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1570ms (31.40%)\lActive filters:\l   tagfocus=method\l   taghide=path\lShowing nodes accounting for 1170ms, 74.52% of 1570ms total\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="handle\n790ms (50.32%)\nof 1170ms (74.52%)" id="node1" fontsize=24 shape=box tooltip="handle (1170ms)" color="#b20f00" fillcolor="#edd7d5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="230ms"]
|N1 -> N1_0 [label=" 230ms" weight=100 tooltip="230ms" labeltooltip="230ms"]
|N1_1 [label = "method:POST" id="N1_1" fontsize=8 shape=box3d tooltip="180ms"]
|N1 -> N1_1 [label=" 180ms" weight=100 tooltip="180ms" labeltooltip="180ms"]
|N1_2 [label = "method:GET" id="N1_2" fontsize=8 shape=box3d tooltip="160ms"]
|N1 -> N1_2 [label=" 160ms" weight=100 tooltip="160ms" labeltooltip="160ms"]
|N1_3 [label = "method:GET\ntenant:blue\ntenant:green 20" id="N1_3" fontsize=8 shape=box3d tooltip="70ms"]
|N1 -> N1_3 [label=" 70ms" weight=100 tooltip="70ms" labeltooltip="70ms"]
|N2 [label="main\n0 of 1170ms (74.52%)" id="node2" fontsize=8 shape=box tooltip="main (1170ms)" color="#b20f00" fillcolor="#edd7d5"]
|N3 [label="work3\n110ms (7.01%)" id="node3" fontsize=14 shape=box tooltip="work3 (110ms)" color="#b29673" fillcolor="#ede9e4"]
|N3_0 [label = "method:POST" id="N3_0" fontsize=8 shape=box3d tooltip="60ms"]
|N3 -> N3_0 [label=" 60ms" weight=100 tooltip="60ms" labeltooltip="60ms"]
|N3_1 [label = "method:DELETE" id="N3_1" fontsize=8 shape=box3d tooltip="50ms"]
|N3 -> N3_1 [label=" 50ms" weight=100 tooltip="50ms" labeltooltip="50ms"]
|N4 [label="work1\n100ms (6.37%)" id="node4" fontsize=14 shape=box tooltip="work1 (100ms)" color="#b29979" fillcolor="#ede9e5"]
|N4_0 [label = "method:DELETE" id="N4_0" fontsize=8 shape=box3d tooltip="70ms"]
|N4 -> N4_0 [label=" 70ms" weight=100 tooltip="70ms" labeltooltip="70ms"]
|N4_1 [label = "method:GET" id="N4_1" fontsize=8 shape=box3d tooltip="20ms"]
|N4 -> N4_1 [label=" 20ms" weight=100 tooltip="20ms" labeltooltip="20ms"]
|N4_2 [label = "method:POST" id="N4_2" fontsize=8 shape=box3d tooltip="10ms"]
|N4 -> N4_2 [label=" 10ms" weight=100 tooltip="10ms" labeltooltip="10ms"]
|N5 [label="work4\n70ms (4.46%)" id="node5" fontsize=13 shape=box tooltip="work4 (70ms)" color="#b2a28a" fillcolor="#edebe7"]
|N5_0 [label = "method:GET" id="N5_0" fontsize=8 shape=box3d tooltip="40ms"]
|N5 -> N5_0 [label=" 40ms" weight=100 tooltip="40ms" labeltooltip="40ms"]
|N5_1 [label = "method:POST" id="N5_1" fontsize=8 shape=box3d tooltip="30ms"]
|N5 -> N5_1 [label=" 30ms" weight=100 tooltip="30ms" labeltooltip="30ms"]
|N6 [label="work2\n60ms (3.82%)" id="node6" fontsize=13 shape=box tooltip="work2 (60ms)" color="#b2a590" fillcolor="#edebe8"]
|N6_0 [label = "method:GET" id="N6_0" fontsize=8 shape=box3d tooltip="60ms"]
|N6 -> N6_0 [label=" 60ms" weight=100 tooltip="60ms" labeltooltip="60ms"]
|N7 [label="work0\n40ms (2.55%)" id="node7" fontsize=12 shape=box tooltip="work0 (40ms)" color="#b2aa9b" fillcolor="#edecea"]
|N7_0 [label = "method:DELETE\ntenant:blue\ntenant:green 30" id="N7_0" fontsize=8 shape=box3d tooltip="30ms"]
|N7 -> N7_0 [label=" 30ms" weight=100 tooltip="30ms" labeltooltip="30ms"]
|N7_1 [label = "method:GET\ntenant:blue\ntenant:green 0" id="N7_1" fontsize=8 shape=box3d tooltip="10ms"]
|N7 -> N7_1 [label=" 10ms" weight=100 tooltip="10ms" labeltooltip="10ms"]
|N2 -> N1 [label=" 1170ms" weight=75 penwidth=4 color="#b20f00" tooltip="main -> handle (1170ms)" labeltooltip="main -> handle (1170ms)"]
|N1 -> N3 [label=" 110ms" weight=8 color="#b29673" tooltip="handle -> work3 (110ms)" labeltooltip="handle -> work3 (110ms)" minlen=2]
|N1 -> N4 [label=" 100ms" weight=7 color="#b29979" tooltip="handle -> work1 (100ms)" labeltooltip="handle -> work1 (100ms)" minlen=2]
|N1 -> N5 [label=" 70ms" weight=5 color="#b2a28a" tooltip="handle -> work4 (70ms)" labeltooltip="handle -> work4 (70ms)" minlen=2]
|N1 -> N6 [label=" 60ms" weight=4 color="#b2a590" tooltip="handle -> work2 (60ms)" labeltooltip="handle -> work2 (60ms)" minlen=2]
|N1 -> N7 [label=" 40ms" weight=3 color="#b2aa9b" tooltip="handle -> work0 (40ms)" labeltooltip="handle -> work0 (40ms)" minlen=2]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds
!TagHide expression matched no samples

# Lines have the last part of the file's name.
$ pprowl -dot -lines -nodecount=4 demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:03 UTC\lShowing nodes accounting for 308.77MB, 90.90% of 339.68MB total\lDropped 100 nodes (cum <= 1.70MB)\lShowing top 2 nodes out of 35\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\nstore.go:46\n308.77MB (90.90%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put demo/cache/store.go:46 (308.77MB)" color="#b20500" fillcolor="#edd6d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="296.99MB"]
|N1 -> NN1_0 [label=" 296.99MB" weight=100 tooltip="296.99MB" labeltooltip="296.99MB"]
|NN1_1 [label = "8kB" id="NN1_1" fontsize=8 shape=box3d tooltip="11.78MB"]
|N1 -> NN1_1 [label=" 11.78MB" weight=100 tooltip="11.78MB" labeltooltip="11.78MB"]
|N2 [label="http\nHandlerFunc\nServeHTTP\nserver.go:2286\n0 of 329.47MB (97.00%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP net/http/server.go:2286 (329.47MB)" color="#b20100" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 308.77MB" weight=91 penwidth=5 color="#b20500" tooltip="net/http.HandlerFunc.ServeHTTP net/http/server.go:2286 ... demo/cache.(*Store).Put demo/cache/store.go:46 (308.77MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP net/http/server.go:2286 ... demo/cache.(*Store).Put demo/cache/store.go:46 (308.77MB)" style="dotted"]
|}

# Addresses, and places without a name.
$ pprowl -symbolize=none -dot -addresses nosym.pb.gz
|digraph "server" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: server" [shape=box fontsize=16 label="File: server\lBuild ID: 0123456789abcdef0123456789abcdef01234567\lType: cpu\lTime: 2024-05-01 12:00:00 UTC\lShowing nodes accounting for 4.68s, 99.57% of 4.70s total\lDropped 1 node (cum <= 0.02s)\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="server"] }
|N1 [label="0000000000400123\n[server]\n0.77s (16.38%)\nof 4.70s (100%)" id="node1" fontsize=18 shape=box tooltip="0000000000400123 [server] (4.70s)" color="#b20000" fillcolor="#edd5d5"]
|N2 [label="0000000000400369\n[server]\n1.99s (42.34%)\nof 2.25s (47.87%)" id="node2" fontsize=24 shape=box tooltip="0000000000400369 [server] (2.25s)" color="#b22300" fillcolor="#eddad5"]
|N3 [label="0000000000400246\n[server]\n0.42s (8.94%)\nof 1.87s (39.79%)" id="node3" fontsize=16 shape=box tooltip="0000000000400246 [server] (1.87s)" color="#b22b00" fillcolor="#eddbd5"]
|N4 [label="000000000040048c\n[server]\n0.50s (10.64%)\nof 0.98s (20.85%)" id="node4" fontsize=17 shape=box tooltip="000000000040048c [server] (0.98s)" color="#b24200" fillcolor="#edded5"]
|N5 [label="00007f2000000246\n[anon]\n0.32s (6.81%)" id="node5" fontsize=15 shape=box tooltip="00007f2000000246 [anon] (0.32s)" color="#b29775" fillcolor="#ede9e5"]
|N6 [label="00007f0000000369\n[libc.so.6]\n0.19s (4.04%)" id="node6" fontsize=13 shape=box tooltip="00007f0000000369 [libc.so.6] (0.19s)" color="#b2a48e" fillcolor="#edebe8"]
|N7 [label="00007f1000000246\n[plugin.so (deleted)]\n0.16s (3.40%)" id="node7" fontsize=13 shape=box tooltip="00007f1000000246 [plugin.so (deleted)] (0.16s)" color="#b2a794" fillcolor="#edebe9"]
|N8 [label="00007ffd00000123\n[[vdso]]\n0.13s (2.77%)" id="node8" fontsize=13 shape=box tooltip="00007ffd00000123 [[vdso]] (0.13s)" color="#b2aa99" fillcolor="#edece9"]
|N9 [label="00007ffd0000048c\n[[vdso]]\n0.10s (2.13%)" id="node9" fontsize=12 shape=box tooltip="00007ffd0000048c [[vdso]] (0.10s)" color="#b2ac9f" fillcolor="#edecea"]
|N10 [label="ffffffff80000369\n[[kernel.kallsyms]_stext]\n0.07s (1.49%)" id="node10" fontsize=12 shape=box tooltip="ffffffff80000369 [[kernel.kallsyms]_stext] (0.07s)" color="#b2aea5" fillcolor="#edeceb"]
|N11 [label="00000000deadbeef\n<unknown>\n0.03s (0.64%)" id="node11" fontsize=10 shape=box tooltip="00000000deadbeef <unknown> (0.03s)" color="#b2b1ac" fillcolor="#edecec"]
|N1 -> N2 [label=" 1.91s" weight=41 penwidth=3 color="#b22a00" tooltip="0000000000400123 [server] -> 0000000000400369 [server] (1.91s)" labeltooltip="0000000000400123 [server] -> 0000000000400369 [server] (1.91s)"]
|N1 -> N3 [label=" 1.87s" weight=40 penwidth=2 color="#b22b00" tooltip="0000000000400123 [server] -> 0000000000400246 [server] (1.87s)" labeltooltip="0000000000400123 [server] -> 0000000000400246 [server] (1.87s)"]
|N3 -> N1 [label=" 0.51s" weight=11 color="#b28051" tooltip="0000000000400246 [server] -> 0000000000400123 [server] (0.51s)" labeltooltip="0000000000400246 [server] -> 0000000000400123 [server] (0.51s)"]
|N3 -> N4 [label=" 0.50s" weight=11 color="#b28253" tooltip="0000000000400246 [server] -> 000000000040048c [server] (0.50s)" labeltooltip="0000000000400246 [server] -> 000000000040048c [server] (0.50s)"]
|N1 -> N4 [label=" 0.48s" weight=11 color="#b28457" tooltip="0000000000400123 [server] -> 000000000040048c [server] (0.48s)" labeltooltip="0000000000400123 [server] -> 000000000040048c [server] (0.48s)"]
|N3 -> N2 [label=" 0.34s" weight=8 color="#b29571" tooltip="0000000000400246 [server] -> 0000000000400369 [server] (0.34s)" labeltooltip="0000000000400246 [server] -> 0000000000400369 [server] (0.34s)"]
|N4 -> N5 [label=" 0.32s" weight=7 color="#b29775" tooltip="000000000040048c [server] -> 00007f2000000246 [anon] (0.32s)" labeltooltip="000000000040048c [server] -> 00007f2000000246 [anon] (0.32s)"]
|N2 -> N6 [label=" 0.19s" weight=5 color="#b2a48e" tooltip="0000000000400369 [server] -> 00007f0000000369 [libc.so.6] (0.19s)" labeltooltip="0000000000400369 [server] -> 00007f0000000369 [libc.so.6] (0.19s)"]
|N4 -> N7 [label=" 0.16s" weight=4 color="#b2a794" tooltip="000000000040048c [server] -> 00007f1000000246 [plugin.so (deleted)] (0.16s)" labeltooltip="000000000040048c [server] -> 00007f1000000246 [plugin.so (deleted)] (0.16s)"]
|N1 -> N8 [label=" 0.13s" weight=3 color="#b2aa99" tooltip="0000000000400123 [server] -> 00007ffd00000123 [[vdso]] (0.13s)" labeltooltip="0000000000400123 [server] -> 00007ffd00000123 [[vdso]] (0.13s)"]
|N3 -> N9 [label=" 0.10s" weight=3 color="#b2ac9f" tooltip="0000000000400246 [server] -> 00007ffd0000048c [[vdso]] (0.10s)" labeltooltip="0000000000400246 [server] -> 00007ffd0000048c [[vdso]] (0.10s)"]
|N2 -> N10 [label=" 0.07s" weight=2 color="#b2aea5" tooltip="0000000000400369 [server] -> ffffffff80000369 [[kernel.kallsyms]_stext] (0.07s)" labeltooltip="0000000000400369 [server] -> ffffffff80000369 [[kernel.kallsyms]_stext] (0.07s)"]
|N1 -> N11 [label=" 0.03s" color="#b2b1ac" tooltip="0000000000400123 [server] -> 00000000deadbeef <unknown> (0.03s)" labeltooltip="0000000000400123 [server] -> 00000000deadbeef <unknown> (0.03s)"]
|}

# Means.
$ pprowl -dot -mean -nodecount=4 -sample_index=alloc_space demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: mean_alloc_space\lTime: 2026-11-20 17:44:03 UTC\lShowing nodes accounting for 5656B, 1606.82% of 352B total\lDropped 138 nodes (cum <= 1B)\lShowing top 2 nodes out of 73\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n5656B (1606.82%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (5656B)" color="#b20000" fillcolor="#edd5d5"]
|NN1_0 [label = "8kB" id="NN1_0" fontsize=8 shape=box3d tooltip="8192B"]
|N1 -> NN1_0 [label=" 8192B" weight=100 tooltip="8192B" labeltooltip="8192B"]
|NN1_1 [label = "9.25kB" id="NN1_1" fontsize=8 shape=box3d tooltip="9472B"]
|N1 -> NN1_1 [label=" 9472B" weight=100 tooltip="9472B" labeltooltip="9472B"]
|N2 [label="http\nHandlerFunc\nServeHTTP\n0 of 470B (133.52%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (470B)" color="#b20000" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 5656B" weight=101 penwidth=6 color="#b20000" tooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (5656B)" labeltooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (5656B)" style="dotted"]
|}

# Divided values.
$ pprowl -dot -divide_by=7 -nodecount=3 demo/after.pb.gz
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:03 UTC\lShowing nodes accounting for 44.59MB, 91.89% of 48.53MB total\lDropped 74 nodes (cum <= 0.24MB)\lShowing top 2 nodes out of 28\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n44.59MB (91.89%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (44.59MB)" color="#b20400" fillcolor="#edd6d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="42.43MB"]
|N1 -> NN1_0 [label=" 42.43MB" weight=100 tooltip="42.43MB" labeltooltip="42.43MB"]
|NN1_1 [label = "8kB" id="NN1_1" fontsize=8 shape=box3d tooltip="1.68MB"]
|N1 -> NN1_1 [label=" 1.68MB" weight=100 tooltip="1.68MB" labeltooltip="1.68MB"]
|NN1_2 [label = "26.62kB" id="NN1_2" fontsize=8 shape=box3d tooltip="0.25MB"]
|N1 -> NN1_2 [label=" 0.25MB" weight=100 tooltip="0.25MB" labeltooltip="0.25MB"]
|N2 [label="http\nHandlerFunc\nServeHTTP\n0 of 47.07MB (97.00%)" id="node2" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (47.07MB)" color="#b20100" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 44.59MB" weight=92 penwidth=5 color="#b20400" tooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (44.59MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP ... demo/cache.(*Store).Put (44.59MB)" style="dotted"]
|}

# A profile of nothing.
$ pprowl -dot zero.pb.gz
|digraph "zero" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: zero" [shape=box fontsize=16 label="File: zero\lBuild ID: c0ffee0000000000000000000000000000000001\lType: cpu\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 0 \lShowing nodes accounting for 0, 0% of 0 total\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="zero"] }
|}

# A tree of calls.
$ pprowl -dot -call_tree -nodecount=12 demo/after.pb.gz
~in any order there
|digraph "demo" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: demo" [shape=box fontsize=16 label="File: demo\lBuild ID: 4864f58bfb39780d08a909d97d8917342f860998\lType: inuse_space\lTime: 2026-11-20 17:44:03 UTC\lShowing nodes accounting for 317.57MB, 93.49% of 339.68MB total\lDropped 103 nodes (cum <= 1.70MB)\lShowing top 9 nodes out of 37\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="demo"] }
|N1 [label="cache\n(*Store)\nPut\n300.20MB (88.38%)" id="node1" fontsize=24 shape=box tooltip="demo/cache.(*Store).Put (300.20MB)" color="#b20600" fillcolor="#edd6d5"]
|NN1_0 [label = "9.25kB" id="NN1_0" fontsize=8 shape=box3d tooltip="296.99MB"]
|N1 -> NN1_0 [label=" 296.99MB" weight=100 tooltip="296.99MB" labeltooltip="296.99MB"]
|N2 [label="load\nRun\nfunc1\n0 of 329.61MB (97.03%)" id="node2" fontsize=8 shape=box tooltip="demo/load.Run.func1 (329.61MB)" color="#b20100" fillcolor="#edd5d5"]
|N3 [label="server\nNew\n(*Server)\nwithSession\nfunc5\n0 of 329.47MB (97.00%)" id="node3" fontsize=8 shape=box tooltip="demo/server.New.(*Server).withSession.func5 (329.47MB)" color="#b20100" fillcolor="#edd5d5"]
|N4 [label="http\nHandlerFunc\nServeHTTP\n0 of 317.51MB (93.47%)" id="node4" fontsize=8 shape=box tooltip="net/http.HandlerFunc.ServeHTTP (317.51MB)" color="#b20300" fillcolor="#edd5d5"]
|N5 [label="cache\n(*Store)\nPut\n11.95MB (3.52%)" id="node5" fontsize=12 shape=box tooltip="demo/cache.(*Store).Put (11.95MB)" color="#b2a693" fillcolor="#edebe8"]
|NN5_0 [label = "8kB" id="NN5_0" fontsize=8 shape=box3d tooltip="11.78MB"]
|N5 -> NN5_0 [label=" 11.78MB" weight=100 tooltip="11.78MB" labeltooltip="11.78MB"]
|N6 [label="runtime\nmain\n0 of 10.07MB (2.96%)" id="node6" fontsize=8 shape=box tooltip="runtime.main (10.07MB)" color="#b2a998" fillcolor="#edebe9"]
|NN6_0 [label = "208B" id="NN6_0" fontsize=8 shape=box3d tooltip="3.92MB"]
|N6 -> NN6_0 [label=" 3.92MB" weight=100 tooltip="3.92MB" labeltooltip="3.92MB" style="dotted"]
|NN6_1 [label = "64B" id="NN6_1" fontsize=8 shape=box3d tooltip="2.54MB"]
|N6 -> NN6_1 [label=" 2.54MB" weight=100 tooltip="2.54MB" labeltooltip="2.54MB" style="dotted"]
|N7 [label="metrics\n(*Registry)\nCounter\n4.36MB (1.28%)" id="node7" fontsize=10 shape=box tooltip="demo/metrics.(*Registry).Counter (4.36MB)" color="#b2afa7" fillcolor="#edeceb"]
|NN7_0 [label = "160B" id="NN7_0" fontsize=8 shape=box3d tooltip="3.11MB"]
|N7 -> NN7_0 [label=" 3.11MB" weight=100 tooltip="3.11MB" labeltooltip="3.11MB"]
|N8 [label="server\n(*Server)\nthumb\n0.75MB (0.22%)\nof 300.94MB (88.60%)" id="node8" fontsize=9 shape=box tooltip="demo/server.(*Server).thumb (300.94MB)" color="#b20600" fillcolor="#edd6d5"]
|N9 [label="server\nNew\n(*Server)\ntimed\nfunc2\n0.32MB (0.093%)\nof 305.32MB (89.89%)" id="node9" fontsize=9 shape=box tooltip="demo/server.New.(*Server).timed.func2 (305.32MB)" color="#b20500" fillcolor="#edd6d5"]
|N2 -> N3 [label=" 329.47MB" weight=97 penwidth=5 color="#b20100" tooltip="demo/load.Run.func1 ... demo/server.New.(*Server).withSession.func5 (329.47MB)" labeltooltip="demo/load.Run.func1 ... demo/server.New.(*Server).withSession.func5 (329.47MB)" style="dotted"]
|N3 -> N4 [label=" 317.51MB" weight=94 penwidth=5 color="#b20300" tooltip="demo/server.New.(*Server).withSession.func5 ... net/http.HandlerFunc.ServeHTTP (317.51MB)" labeltooltip="demo/server.New.(*Server).withSession.func5 ... net/http.HandlerFunc.ServeHTTP (317.51MB)" style="dotted"]
|N4 -> N9 [label=" 305.32MB" weight=90 penwidth=5 color="#b20500" tooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (305.32MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP -> demo/server.New.(*Server).timed.func2 (305.32MB)"]
|N9 -> N8 [label=" 300.94MB" weight=89 penwidth=5 color="#b20600" tooltip="demo/server.New.(*Server).timed.func2 -> demo/server.(*Server).thumb (300.94MB)" labeltooltip="demo/server.New.(*Server).timed.func2 -> demo/server.(*Server).thumb (300.94MB)"]
|N8 -> N1 [label=" 300.20MB" weight=89 penwidth=5 color="#b20600" tooltip="demo/server.(*Server).thumb -> demo/cache.(*Store).Put (300.20MB)" labeltooltip="demo/server.(*Server).thumb -> demo/cache.(*Store).Put (300.20MB)"]
|N3 -> N5 [label=" 11.95MB" weight=4 color="#b2a693" tooltip="demo/server.New.(*Server).withSession.func5 -> demo/cache.(*Store).Put (11.95MB)" labeltooltip="demo/server.New.(*Server).withSession.func5 -> demo/cache.(*Store).Put (11.95MB)"]
|N4 -> N7 [label=" 4.36MB" weight=2 color="#b2afa7" tooltip="net/http.HandlerFunc.ServeHTTP ... demo/metrics.(*Registry).Counter (4.36MB)" labeltooltip="net/http.HandlerFunc.ServeHTTP ... demo/metrics.(*Registry).Counter (4.36MB)" style="dotted"]
|}

# With what its places are labelled with.
$ pprowl -dot -call_tree -nodecount=6 labels.pb.gz
~in any order there
|digraph "labels" {
|node [style=filled fillcolor="#f8f8f8"]
|subgraph cluster_L { "File: labels" [shape=box fontsize=16 label="File: labels\lBuild ID: c0ffee0000000000000000000000000000000001\lmade by fixtures/make\lType: cpu\lDoc: https://example.com/profiles\lTime: 2024-05-01 12:00:00 UTC\lDuration: 5s, Total samples = 1.57s (31.40%)\lShowing nodes accounting for 1.01s, 64.33% of 1.57s total\lShowing top 2 nodes out of 7\l\lSee https://git.io/JfYMW for how to read the graph\l" tooltip="labels"] }
|N1 [label="handle\n1.01s (64.33%)\nof 1.57s (100%)" id="node1" fontsize=24 shape=box tooltip="handle (1.57s)" color="#b20000" fillcolor="#edd5d5"]
|N1_0 [label = "method:DELETE" id="N1_0" fontsize=8 shape=box3d tooltip="0.35s"]
|N1 -> N1_0 [label=" 0.35s" weight=100 tooltip="0.35s" labeltooltip="0.35s"]
|N1_1 [label = "method:POST" id="N1_1" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_1 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N1_2 [label = "method:GET" id="N1_2" fontsize=8 shape=box3d tooltip="0.28s"]
|N1 -> N1_2 [label=" 0.28s" weight=100 tooltip="0.28s" labeltooltip="0.28s"]
|N1_3 [label = "method:GET\ntenant:blue\ntenant:green 20" id="N1_3" fontsize=8 shape=box3d tooltip="0.07s"]
|N1 -> N1_3 [label=" 0.07s" weight=100 tooltip="0.07s" labeltooltip="0.07s"]
|N2 [label="main\n0 of 1.57s (100%)" id="node2" fontsize=8 shape=box tooltip="main (1.57s)" color="#b20000" fillcolor="#edd5d5"]
|N2 -> N1 [label=" 1.57s" weight=101 penwidth=6 color="#b20000" tooltip="main -> handle (1.57s)" labeltooltip="main -> handle (1.57s)"]
|}
!For tag latency used unit microseconds, also encountered unit(s) milliseconds

# Quotes in labels do not end them.
$ pprowl -symbolize=none -dot -trim=false -escape=always hostile.pb.gz 2>&1 | grep -a '^N.*quote' | cut -c1-120
~it writes what is no dot
|N10 [label="quote\"back\\slash'</script>]]>&#x41;\n330000000nano\x1b[2Jseconds (4.02%)" id="node10" fontsize=23 shape=bo
|N10_0 [label = "key quote\"back\slash'</script>]]>&#x41;:value\nname:quote\"back\slash'</script>]]>&#x41;" id="N10_0" fo
|N71 [label="inlined quote\"back\\slash'</script>]]>&#x41;\n0 of 330000000nano\x1b[2Jseconds (4.02%)" id="node71" fontsiz
|N1 -> N71 [label=" 330000000nano\x1b[2Jseconds\n (inline)" weight=5 color="#b2a48e" tooltip="caller -> inlined quote\"ba
|N71 -> N10 [label=" 330000000nano\x1b[2Jseconds" weight=5 color="#b2a48e" tooltip="inlined quote\"back\\slash'</script>]
