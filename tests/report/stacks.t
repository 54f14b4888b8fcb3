# Folded stacks.
$ pprowl -top -nodecount=5 stacks/cpu.folded
~it does not read them
|Type: samples
|Showing nodes accounting for 365156, 82.14% of 444548 total
|Dropped 11 nodes (cum <= 2222)
|Showing top 5 nodes out of 40
|      flat  flat%   sum%        cum   cum%
|    242763 54.61% 54.61%     242763 54.61%  discount
|     54926 12.36% 66.96%      54926 12.36%  (program)
|     43870  9.87% 76.83%      43870  9.87%  (garbage collector)
|     13013  2.93% 79.76%     262943 59.15%  serve
|     10584  2.38% 82.14%      10584  2.38%  toRealPath

# What is written as folded stacks is read again.
$ pprowl -folded cpu.pb.gz | pprowl -top -nodecount=3 -
~it does not read them
|Type: samples
|Showing nodes accounting for 860000000, 30.94% of 2780000000 total
|Dropped 63 nodes (cum <= 13900000)
|Showing top 3 nodes out of 140
|      flat  flat%   sum%        cum   cum%
| 600000000 21.58% 21.58%  600000000 21.58%  main.fib
| 140000000  5.04% 26.62%  140000000  5.04%  strings.(*Reader).ReadByte
| 120000000  4.32% 30.94%  140000000  5.04%  cmp.Compare[go.shape.int]

# With two counts, a report subtracts the base.
$ pprowl -folded -base demo/before.pb.gz demo/after.pb.gz | pprowl -top -nodecount=3 -
~it does not read them
|Type: samples
|Showing nodes accounting for 296270221, 97.53% of 303788005 total
|Dropped 71 nodes (cum <= 1518940)
|Showing top 3 nodes out of 16
|      flat  flat%   sum%        cum   cum%
| 286646070 94.36% 94.36%  286646070 94.36%  demo/cache.(*Store).Put
|  11909719  3.92% 98.28%   11909719  3.92%  demo/metrics.(*Registry).Counter
|  -2285568  0.75% 97.53%   -2285568  0.75%  demo/catalog.export

# And the same lines are written again.
$ a=$(pprowl -folded -base demo/before.pb.gz demo/after.pb.gz); b=$(echo "$a" | pprowl -folded -); test "$a" = "$b" && echo the same
~it does not read them
|the same

# Names stay as they are.
$ printf '<jit stub>;std::map<int>::find(int) 1\n' | pprowl -folded -
~it does not read them
|<jit stub>;std::map<int>::find(int) 1

# Bad lines are counted.
$ printf 'a;b 1\na;c 2.5\nx\na;d 1e9\n' | pprowl -top -format=folded -
~it does not read them
|Type: samples
|Showing nodes accounting for 4, 100% of 4 total
|      flat  flat%   sum%        cum   cum%
|         3 75.00% 75.00%          3 75.00%  c
|         1 25.00%   100%          1 25.00%  b
|         0     0%   100%          4   100%  a
!standard input: 2 lines could not be read and are left out; the first is line 3: it does not end in a count
!standard input: counts with a fraction are rounded, in 1 line; the first is line 2

# Text of perf script that lacks the thread.
$ printf '31918.003990: cpu-clock: \n\tffffffff81bb8442 free_uid\n\n' | pprowl -top -
~it does not read them
!pprowl: standard input: not a profile: this is text of perf script without a thread or an event; print both: perf script -F comm,tid,time,period,event,ip,sym,dso | pprowl -
?2

# Lines that end in numbers are no stacks.
$ printf 'lines 12\nwords 40\n' | pprowl -top -
~it does not read them
!pprowl: standard input: not a profile: this is text, "lines 12"
?2

# The text of perf script.
$ pprowl -top stacks/work.perf
~it does not read it
|File: work
|Type: cpu-clock:u_event
|Duration: 1.22s, Total samples = 125.63ms (10.27%)
|Showing nodes accounting for 125.63ms, 100% of 125.63ms total
|      flat  flat%   sum%        cum   cum%
|  105.53ms 84.00% 84.00%   105.53ms 84.00%  add (inline)
|   15.08ms 12.00% 96.00%   120.60ms 96.00%  fill
|    5.03ms  4.00%   100%     5.03ms  4.00%  fold
|         0     0%   100%   125.63ms   100%  __libc_start_call_main
|         0     0%   100%   125.63ms   100%  __libc_start_main_impl
|         0     0%   100%   125.63ms   100%  _start
|         0     0%   100%   125.63ms   100%  main

# Its events are sample types.
$ pprowl -top -sample_index=page-faults:u_event -nodecount=3 stacks/work.perf
~it does not read it
|File: work
|Type: page-faults:u_event
|Duration: 1.22s, Total samples = 1771 
|Showing nodes accounting for 1770, 99.94% of 1771 total
|Dropped 1 node (cum <= 8)
|Showing top 3 nodes out of 8
|      flat  flat%   sum%        cum   cum%
|      1736 98.02% 98.02%       1736 98.02%  __GI___getrlimit64
|        33  1.86% 99.89%       1770 99.94%  _dl_start
|         1 0.056% 99.94%       1771   100%  _start

# Its threads are labels.
$ pprowl -tags stacks/work.perf
~it does not read it
| comm: Total 125.63ms of 125.63ms (  100%)
|       125.63ms (  100%): work
|
| pid: Total 125.63ms of 125.63ms (  100%)
|      125.63ms (  100%): 1909
|
| tid: Total 125.63ms of 125.63ms (  100%)
|      125.63ms (  100%): 1909
|

# Addresses are those of the files.
$ pprowl -top -addresses -nodecount=3 stacks/work.perf
~it does not read it
|File: work
|Type: cpu-clock:u_event
|Duration: 1.22s, Total samples = 125.63ms (10.27%)
|Showing nodes accounting for 120.60ms, 96.00% of 125.63ms total
|Showing top 3 nodes out of 13
|      flat  flat%   sum%        cum   cum%
|   65.33ms 52.00% 52.00%    65.33ms 52.00%  0000000000001152 add work.c:12
|   40.20ms 32.00% 84.00%    40.20ms 32.00%  000000000000115a add work.c:12
|   15.08ms 12.00% 96.00%    15.08ms 12.00%  0000000000001162 fill work.c:17

# Places, where perf prints them.
$ pprowl -list=fold -source_path=stacks stacks/work.perf
~it does not read it
|Total: 125.63ms
|ROUTINE ======================== fold in work.c
|    5.03ms    10.05ms (flat, cum)  8.00% of Total
|         .          .     18:		add(i);
|         .          .     19:}
|         .          .     20:
|         .          .     21:static __attribute__((noinline)) int fold(int n)
|         .          .     22:{
|         .     5.03ms     23:	return n < 2 ? n : fold(n - 1) + fold(n - 2);
|    5.03ms     5.03ms     24:}
|         .          .     25:
|         .          .     26:int main(int argc, char **argv)
|         .          .     27:{
|         .          .     28:	int n = argc > 1 ? atoi(argv[1]) : 100;
|         .          .     29:

# A format that the file does not have.
$ pprowl -top -format=perf stacks/cpu.folded
~it does not read it
!pprowl: stacks/cpu.folded: text of perf script: there is no sample; line 1: neither an event of perf script nor a frame of one
?2
