# Lines of a function, from where it starts to some below the last.
$ pprowl -list='main.sortPairs.*string,' cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== main.sortPairs[go.shape.string,go.shape.int] in busy/sorting.go
|         0      150ms (flat, cum)  5.40% of Total
|         .          .     13:func sortPairs[K cmp.Ordered, V any](p []pair[K, V]) {
|         .      150ms     14:	slices.SortFunc(p, func(a, b pair[K, V]) int { return cmp.Compare(a.key, b.key) })
|         .          .     15:}
|         .          .     16:
|         .          .     17:func sorting() {
|         .          .     18:	numbers := make([]pair[int, string], 20000)
|         .          .     19:	words := make([]pair[string, int], 5000)
|ROUTINE ======================== main.sortPairs[go.shape.string,go.shape.int].func1 in busy/sorting.go
|      10ms      140ms (flat, cum)  5.04% of Total
|      10ms      140ms     14:	slices.SortFunc(p, func(a, b pair[K, V]) int { return cmp.Compare(a.key, b.key) })
|         .          .     15:}
|         .          .     16:
|         .          .     17:func sorting() {
|         .          .     18:	numbers := make([]pair[int, string], 20000)
|         .          .     19:	words := make([]pair[string, int], 5000)

# Recursion counts as often as there are lines on the stack.
$ pprowl -list=main.fib cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== main.fib in busy/main.go
|     600ms      1.01s (flat, cum) 36.33% of Total
|     150ms      150ms     61:func fib(n int) int {
|      40ms       40ms     62:	if n < 2 {
|     220ms      220ms     63:		return n
|         .          .     64:	}
|     190ms      600ms     65:	return fib(n-1) + fib(n-2)
|         .          .     66:}
|         .          .     67:
|         .          .     68:type node struct {
|         .          .     69:	left, right *node
|         .          .     70:	weight      int

# Lines that end as those of DOS do.
$ d=$(mktemp -d) && mkdir $d/busy && sed 's/$/\r/' busy/main.go >$d/busy/main.go && pprowl -list=main.fib -source_path=$d cpu.pb.gz; rm -r $d
|Total: 2.78s
|ROUTINE ======================== main.fib in busy/main.go
|     600ms      1.01s (flat, cum) 36.33% of Total
|     150ms      150ms     61:func fib(n int) int {
|      40ms       40ms     62:	if n < 2 {
|     220ms      220ms     63:		return n
|         .          .     64:	}
|     190ms      600ms     65:	return fib(n-1) + fib(n-2)
|         .          .     66:}
|         .          .     67:
|         .          .     68:type node struct {
|         .          .     69:	left, right *node
|         .          .     70:	weight      int

# Or once.
$ pprowl -list=main.fib -exact cpu.pb.gz
~it has no -exact
|Total: 2.78s
|ROUTINE ======================== main.fib in busy/main.go
|     600ms      600ms (flat, cum) 21.58% of Total
|     150ms      150ms     61:func fib(n int) int {
|      40ms       40ms     62:	if n < 2 {
|     220ms      220ms     63:		return n
|         .          .     64:	}
|     190ms      600ms     65:	return fib(n-1) + fib(n-2)
|         .          .     66:}
|         .          .     67:
|         .          .     68:type node struct {
|         .          .     69:	left, right *node
|         .          .     70:	weight      int

# Files that are not there, ways of counting that do not matter.
$ pprowl -list='^(fmt.Fprintf|runtime.memmove)$' -source_path=busy -files -nodecount=1 cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== runtime.memmove in runtime/memmove_amd64.s
|      20ms       20ms (flat, cum)  0.72% of Total
| Error: could not find file runtime/memmove_amd64.s on path busy

# What the source view finds and the reference does not.
$ cd busy && pprowl -list=main.fib -source_path=nowhere ../cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== main.fib in busy/main.go
|     600ms      1.01s (flat, cum) 36.33% of Total
| Error: could not find file busy/main.go on path nowhere

$ cd busy && pprowl -list=main.fib -exact -source_path=nowhere ../cpu.pb.gz
~it has no -exact
|Total: 2.78s
|ROUTINE ======================== main.fib in busy/main.go
|     600ms      600ms (flat, cum) 21.58% of Total
|     150ms      150ms     61:func fib(n int) int {
|      40ms       40ms     62:	if n < 2 {
|     220ms      220ms     63:		return n
|         .          .     64:	}
|     190ms      600ms     65:	return fib(n-1) + fib(n-2)
|         .          .     66:}
|         .          .     67:
|         .          .     68:type node struct {
|         .          .     69:	left, right *node
|         .          .     70:	weight      int

# A file name that runs through the source path.
$ pprowl -list=Put -source_path=demo -alloc_objects demo/after.pb.gz
|Total: 5585266
|ROUTINE ======================== demo/cache.(*Store).Put in demo/cache/store.go
|    199788     199788 (flat, cum)  3.58% of Total
|         .          .     43:func (s *Store) Put(key string, value []byte) {
|         .          .     44:	s.mu.Lock()
|         .          .     45:	defer s.mu.Unlock()
|    131763     131763     46:	kept := make([]byte, len(value))
|         .          .     47:	copy(kept, value)
|         .          .     48:	if e := s.entries[key]; e != nil {
|         .          .     49:		e.value, e.seen = kept, s.tick()
|         .          .     50:		return
|         .          .     51:	}
|     68006      68006     52:	s.entries[key] = &entry{value: kept, seen: s.tick()}
|        19         19     53:	s.order = append(s.order, key)
|         .          .     54:}
|         .          .     55:
|         .          .     56:// Sweep forgets the oldest entries until the limit is kept.
|         .          .     57:func (s *Store) Sweep() {
|         .          .     58:	s.mu.Lock()

# Or begins with what is to be cut off.
$ pprowl -list='Store..(Put|Get)' -source_path=demo/cache -trim_path=demo/cache demo/after.pb.gz
|Total: 339.68MB
|ROUTINE ======================== demo/cache.(*Store).Get in store.go
|         0     4.05kB (flat, cum) 0.0012% of Total
|         .          .     30:func (s *Store) Get(key string) []byte {
|         .     4.05kB     31:	s.mu.Lock()
|         .          .     32:	defer s.mu.Unlock()
|         .          .     33:	e := s.entries[key]
|         .          .     34:	if e == nil {
|         .          .     35:		return nil
|         .          .     36:	}
|ROUTINE ======================== demo/cache.(*Store).Put in store.go
|  312.15MB   312.15MB (flat, cum) 91.89% of Total
|         .          .     43:func (s *Store) Put(key string, value []byte) {
|         .          .     44:	s.mu.Lock()
|         .          .     45:	defer s.mu.Unlock()
|  308.77MB   308.77MB     46:	kept := make([]byte, len(value))
|         .          .     47:	copy(kept, value)
|         .          .     48:	if e := s.entries[key]; e != nil {
|         .          .     49:		e.value, e.seen = kept, s.tick()
|         .          .     50:		return
|         .          .     51:	}
|    2.79MB     2.79MB     52:	s.entries[key] = &entry{value: kept, seen: s.tick()}
|  608.06kB   608.06kB     53:	s.order = append(s.order, key)
|         .          .     54:}
|         .          .     55:
|         .          .     56:// Sweep forgets the oldest entries until the limit is kept.
|         .          .     57:func (s *Store) Sweep() {
|         .          .     58:	s.mu.Lock()

# Inlined calls.
$ pprowl -list='main.(main|grow)$' -noinlines cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== main.grow in busy/main.go
|      60ms      440ms (flat, cum) 15.83% of Total
|      10ms       10ms     73:func grow(depth int) *node {
|         .          .     74:	if depth == 0 {
|         .       10ms     75:		return nil
|         .          .     76:	}
|      50ms      420ms     77:	return &node{grow(depth - 1), grow(depth - 1), depth}
|         .          .     78:}
|         .          .     79:
|         .          .     80:// sum and its helpers recurse through one another.
|         .          .     81:func (n *node) sum() int {
|         .          .     82:	if n == nil {
|ROUTINE ======================== main.main in busy/main.go
|         0      2.36s (flat, cum) 84.89% of Total
|         .          .     21:func main() {
|         .          .     22:	dir := "."
|         .          .     23:	if len(os.Args) > 1 {
|         .          .     24:		dir = os.Args[1]
|         .          .     25:	}
|         .          .     26:	runtime.SetBlockProfileRate(1)
|         .          .     27:	runtime.SetMutexProfileFraction(1)
|         .          .     28:
|         .          .     29:	f := create(dir, "cpu")
|         .          .     30:	check(pprof.StartCPUProfile(f))
|         .      600ms     31:	labelled("fib", func() { sink += fib(27) })
|         .      520ms     32:	labelled("tree", func() { sink += grow(17).sum() })
|         .      620ms     33:	labelled("parse", func() { sink += evaluate(60) })
|         .      620ms     34:	labelled("sort", sorting)
|         .          .     35:	pprof.StopCPUProfile()
|         .          .     36:	check(f.Close())
|         .          .     37:
|         .          .     38:	contend()
|         .          .     39:	stop := park()

$ pprowl -list='main.(main|grow)$' -showcolumns cpu.pb.gz
|Total: 2.78s
|ROUTINE ======================== main.grow in busy/main.go
|      60ms      440ms (flat, cum) 15.83% of Total
|      10ms       10ms     73:func grow(depth int) *node {
|         .          .     74:	if depth == 0 {
|         .       10ms     75:		return nil
|         .          .     76:	}
|      50ms      420ms     77:	return &node{grow(depth - 1), grow(depth - 1), depth}
|         .          .     78:}
|         .          .     79:
|         .          .     80:// sum and its helpers recurse through one another.
|         .          .     81:func (n *node) sum() int {
|         .          .     82:	if n == nil {
|ROUTINE ======================== main.main in busy/main.go
|         0      2.36s (flat, cum) 84.89% of Total
|         .          .     21:func main() {
|         .          .     22:	dir := "."
|         .          .     23:	if len(os.Args) > 1 {
|         .          .     24:		dir = os.Args[1]
|         .          .     25:	}
|         .          .     26:	runtime.SetBlockProfileRate(1)
|         .          .     27:	runtime.SetMutexProfileFraction(1)
|         .          .     28:
|         .          .     29:	f := create(dir, "cpu")
|         .          .     30:	check(pprof.StartCPUProfile(f))
|         .      600ms     31:	labelled("fib", func() { sink += fib(27) })
|         .      520ms     32:	labelled("tree", func() { sink += grow(17).sum() })
|         .      620ms     33:	labelled("parse", func() { sink += evaluate(60) })
|         .      620ms     34:	labelled("sort", sorting)
|         .          .     35:	pprof.StopCPUProfile()
|         .          .     36:	check(f.Close())
|         .          .     37:
|         .          .     38:	contend()
|         .          .     39:	stop := park()

# A difference, in a unit of its own.
$ pprowl -list='thumb|export' -unit=kb -base demo/before.pb.gz demo/after.pb.gz
|Total: 296852.95kB
|ROUTINE ======================== demo/catalog.export in demo/catalog/catalog.go
|   -2232kB    -2232kB (flat, cum)  0.75% of Total
|         .          .     74:func export(n int) []byte {
|         .          .     75:	var b strings.Builder
|         .          .     76:	for i := range n {
|         .          .     77:		fmt.Fprintf(&b, `{"ID":%d,"Name":"article %d","Words":["word%d","kind%d","shelf%d"],`+
|         .          .     78:			`"Price":{"EUR":%d.5,"USD":%d.25,"CHF":%d}}`+"\n",
|         .          .     79:			i, i, i%997, i%31, i%7, i%90, i%80, i%70)
|         .          .     80:	}
|   -2232kB    -2232kB     81:	return []byte(b.String())
|         .          .     82:}
|ROUTINE ======================== demo/server.(*Server).thumb in demo/server/server.go
|  718.10kB 280404.75kB (flat, cum) 94.46% of Total
|         .          .     82:func (s *Server) thumb(w http.ResponseWriter, r *http.Request) {
|  718.10kB   718.10kB     83:	key := r.URL.Path + "?" + r.URL.RawQuery
|         .          .     84:	pixels := s.thumbs.Get(key)
|         .          .     85:	if pixels == nil {
|         .          .     86:		id, _ := strconv.Atoi(r.PathValue("id"))
|         .          .     87:		pixels = paint(id, 48)
|         . 279686.65kB     88:		s.thumbs.Put(key, pixels)
|         .          .     89:	}
|         .          .     90:	w.Write(pixels)
|         .          .     91:}

$ pprowl -list='thumb|export' -drop_negative -diff_base demo/before.pb.gz demo/after.pb.gz
|Total: 54.48MB
|ROUTINE ======================== demo/server.(*Server).thumb in demo/server/server.go
|  718.10kB   273.83MB (flat, cum) 502.58% of Total
|         .          .     82:func (s *Server) thumb(w http.ResponseWriter, r *http.Request) {
|  718.10kB   718.10kB     83:	key := r.URL.Path + "?" + r.URL.RawQuery
|         .          .     84:	pixels := s.thumbs.Get(key)
|         .          .     85:	if pixels == nil {
|         .          .     86:		id, _ := strconv.Atoi(r.PathValue("id"))
|         .          .     87:		pixels = paint(id, 48)
|         .   273.13MB     88:		s.thumbs.Put(key, pixels)
|         .          .     89:	}
|         .          .     90:	w.Write(pixels)
|         .          .     91:}

# Sums where means are asked for, shares of the mean.
$ pprowl -list=Put -mean -divide_by=2 demo/after.pb.gz
|Total: 31B
|ROUTINE ======================== demo/cache.(*Store).Put in demo/cache/store.go
|  156.07MB   156.07MB (flat, cum) 519542965.08% of Total
|         .          .     43:func (s *Store) Put(key string, value []byte) {
|         .          .     44:	s.mu.Lock()
|         .          .     45:	defer s.mu.Unlock()
|  154.38MB   154.38MB     46:	kept := make([]byte, len(value))
|         .          .     47:	copy(kept, value)
|         .          .     48:	if e := s.entries[key]; e != nil {
|         .          .     49:		e.value, e.seen = kept, s.tick()
|         .          .     50:		return
|         .          .     51:	}
|    1.39MB     1.39MB     52:	s.entries[key] = &entry{value: kept, seen: s.tick()}
|  304.03kB   304.03kB     53:	s.order = append(s.order, key)
|         .          .     54:}
|         .          .     55:
|         .          .     56:// Sweep forgets the oldest entries until the limit is kept.
|         .          .     57:func (s *Store) Sweep() {
|         .          .     58:	s.mu.Lock()

$ pprowl -list=Put -mean -exact demo/after.pb.gz
~it has no -exact
|Total: 63B
|ROUTINE ======================== demo/cache.(*Store).Put in demo/cache/store.go
|    1.60kB     1.60kB (flat, cum) 2600.00% of Total
|         .          .     43:func (s *Store) Put(key string, value []byte) {
|         .          .     44:	s.mu.Lock()
|         .          .     45:	defer s.mu.Unlock()
|    2.40kB     2.40kB     46:	kept := make([]byte, len(value))
|         .          .     47:	copy(kept, value)
|         .          .     48:	if e := s.entries[key]; e != nil {
|         .          .     49:		e.value, e.seen = kept, s.tick()
|         .          .     50:		return
|         .          .     51:	}
|       42B        42B     52:	s.entries[key] = &entry{value: kept, seen: s.tick()}
|      32kB       32kB     53:	s.order = append(s.order, key)
|         .          .     54:}
|         .          .     55:
|         .          .     56:// Sweep forgets the oldest entries until the limit is kept.
|         .          .     57:func (s *Store) Sweep() {
|         .          .     58:	s.mu.Lock()

# Filters, with shares of what they leave.
$ pprowl -list=main.evaluate -focus=parse -relative_percentages cpu.pb.gz
|Total: 350ms
|ROUTINE ======================== main.evaluate in busy/main.go
|         0      350ms (flat, cum)   100% of Total
|         .          .    107:func evaluate(n int) int {
|         .          .    108:	total := 0
|         .          .    109:	for i := range n {
|         .          .    110:		text := fmt.Sprintf("(%d+(%d*(2+%d)))*((3+%d)*(1+(1+1)))", i, i, i, i)
|         .      350ms    111:		v, err := parse.Eval(text)
|         .          .    112:		check(err)
|         .          .    113:		total += v
|         .          .    114:	}
|         .          .    115:	return total
|         .          .    116:}

# No source of what has no name.
$ pprowl -symbolize=none -list='.*' -source_path=nowhere nosym.pb.gz
|Total: 4.70s
|No source information for 

# Names that are not text are as they are, unless that is asked for.
$ pprowl -list='clip|utf|bidi|lines' -source_path=nowhere hostile.pb.gz 2>/dev/null
|Total: 8210000000
|ROUTINE ======================== bidi‮gnp.exe‬⁦iso⁩‏؜ in bidi‮gnp.exe‬⁦iso⁩‏؜
| 160000000  160000000 (flat, cum)  1.95% of Total
| Error: could not find file bidi‮gnp.exe‬⁦iso⁩‏؜ on path nowhere
|ROUTINE ======================== c1utf31m0;xnext in c1utf31m0;xnext
| 110000000  110000000 (flat, cum)  1.34% of Total
| Error: could not find file c1utf31m0;xnext on path nowhere
|ROUTINE ======================== clip]52;c;ZWNobyBwd25lZAo= in clip]52;c;ZWNobyBwd25lZAo=
|  50000000   50000000 (flat, cum)  0.61% of Total
| Error: could not find file clip]52;c;ZWNobyBwd25lZAo= on path nowhere
|ROUTINE ======================== inlined bidi‮gnp.exe‬⁦iso⁩‏؜ in file bidi‮gnp.exe‬⁦iso⁩‏؜.c
|         0  160000000 (flat, cum)  1.95% of Total
| Error: could not find file file bidi‮gnp.exe‬⁦iso⁩‏؜.c on path nowhere
|ROUTINE ======================== inlined c1utf31m0;xnext in file c1utf31m0;xnext.c
|         0  110000000 (flat, cum)  1.34% of Total
| Error: could not find file file c1utf31m0;xnext.c on path nowhere
|ROUTINE ======================== inlined clip]52;c;ZWNobyBwd25lZAo= in file clip]52;c;ZWNobyBwd25lZAo=.c
|         0   50000000 (flat, cum)  0.61% of Total
| Error: could not find file file clip]52;c;ZWNobyBwd25lZAo=.c on path nowhere
|ROUTINE ======================== odd lines in odd.c
|  10000000   10000000 (flat, cum)  0.12% of Total

$ pprowl -list='clip|utf|bidi|lines' -escape=always -source_path=nowhere hostile.pb.gz 2>/dev/null
~it has no -escape
|Total: 8210000000
|ROUTINE ======================== bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c} in bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c}
| 160000000  160000000 (flat, cum)  1.95% of Total
| Error: could not find file bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c} on path nowhere
|ROUTINE ======================== c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next in c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next
| 110000000  110000000 (flat, cum)  1.34% of Total
| Error: could not find file c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next on path nowhere
|ROUTINE ======================== clip\x1b]52;c;ZWNobyBwd25lZAo=\x07 in clip\x1b]52;c;ZWNobyBwd25lZAo=\x07
|  50000000   50000000 (flat, cum)  0.61% of Total
| Error: could not find file clip\x1b]52;c;ZWNobyBwd25lZAo=\x07 on path nowhere
|ROUTINE ======================== inlined bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c} in file bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c}.c
|         0  160000000 (flat, cum)  1.95% of Total
| Error: could not find file file bidi\u{202e}gnp.exe\u{202c}\u{2066}iso\u{2069}\u{200f}\u{61c}.c on path nowhere
|ROUTINE ======================== inlined c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next in file c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next.c
|         0  110000000 (flat, cum)  1.34% of Total
| Error: could not find file file c1utf\u{9b}31m\u{9d}0;x\u{9c}\u{85}next.c on path nowhere
|ROUTINE ======================== inlined clip\x1b]52;c;ZWNobyBwd25lZAo=\x07 in file clip\x1b]52;c;ZWNobyBwd25lZAo=\x07.c
|         0   50000000 (flat, cum)  0.61% of Total
| Error: could not find file file clip\x1b]52;c;ZWNobyBwd25lZAo=\x07.c on path nowhere
|ROUTINE ======================== odd lines in odd.c
|  10000000   10000000 (flat, cum)  0.12% of Total

# Nothing matches.
$ pprowl -list=nobody -focus=nothing cpu.pb.gz
!Focus expression matched no samples
!pprowl: no matches found for regexp: nobody
?2

# No regexp.
$ pprowl -list='(' cpu.pb.gz
!pprowl: parsing argument regexp (: error parsing regexp: missing closing ), at byte 1
?2

# One report at a time.
$ pprowl -list=main -top cpu.pb.gz
!pprowl: must set at most one output format
?2

# Sources that are part of the program.
$ cd / && pprowl -list=thumb -demo
~it has no -demo
|Total: 289.90MB
|ROUTINE ======================== demo/server.(*Server).thumb in demo/server/server.go
|  718.10kB   273.83MB (flat, cum) 94.46% of Total
|         .          .     82:func (s *Server) thumb(w http.ResponseWriter, r *http.Request) {
|  718.10kB   718.10kB     83:	key := r.URL.Path + "?" + r.URL.RawQuery
|         .          .     84:	pixels := s.thumbs.Get(key)
|         .          .     85:	if pixels == nil {
|         .          .     86:		id, _ := strconv.Atoi(r.PathValue("id"))
|         .          .     87:		pixels = paint(id, 48)
|         .   273.13MB     88:		s.thumbs.Put(key, pixels)
|         .          .     89:	}
|         .          .     90:	w.Write(pixels)
|         .          .     91:}
