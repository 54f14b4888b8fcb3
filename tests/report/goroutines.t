# A dump by function: what the profile of the same moment has, but for the
# runtime's own frames.
$ pprowl -top -nodecount=6 parked.txt
~it does not read dumps
|Type: goroutine
|Showing nodes accounting for 36, 80.00% of 45 total
|Showing top 6 nodes out of 34
|      flat  flat%   sum%        cum   cum%
|        23 51.11% 51.11%         23 51.11%  main.take
|         5 11.11% 62.22%          5 11.11%  main.send
|         2  4.44% 66.67%          2  4.44%  internal/sync.runtime_SemacquireMutex
|         2  4.44% 71.11%          2  4.44%  sync.runtime_SemacquireRWMutexR
|         2  4.44% 75.56%          2  4.44%  sync.runtime_SemacquireWaitGroup
|         2  4.44% 80.00%          2  4.44%  sync.runtime_notifyListWait

# By label: state, wait, what started them, and labels of the program.
$ pprowl -tags parked.txt
~it does not read dumps
| created by: Total 44 of 45 (97.78%)
|             33 (73.33%): main.park
|              8 (17.78%): main.contend
|              3 ( 6.67%): main.park.func1
|
| job: Total 3 of 45 ( 6.67%)
|      2 ( 4.44%): thumb 0
|      1 ( 2.22%): thumb 1
|
| locked: Total 1 of 45 ( 2.22%)
|         1 ( 2.22%): to thread
|
| state: Total 45 of 45 (  100%)
|        27 (60.00%): chan receive
|         5 (11.11%): select
|         2 ( 4.44%): sync.Cond.Wait
|         2 ( 4.44%): sync.Mutex.Lock
|         2 ( 4.44%): sync.RWMutex.RLock
|         2 ( 4.44%): sync.WaitGroup.Wait
|         1 ( 2.22%): IO wait
|         1 ( 2.22%): chan receive (nil chan)
|         1 ( 2.22%): running
|         1 ( 2.22%): select (no cases)
|         1 ( 2.22%): sleep
|
| tier: Total 3 of 45 ( 6.67%)
|       3 ( 6.67%): batch
|
| wait: Total 44 of 45 (97.78%)
|       40 (88.89%): 120s
|        4 ( 8.89%): 60s
|

# Labels are for filters: locks that were waited for, for two minutes or more.
$ pprowl -traces '-tagfocus=wait=120s:' '-focus=^sync\.' parked.txt
~it does not read dumps
|Type: goroutine
|-----------+-------------------------------------------------------
|     state:  sync.Mutex.Lock
|created by:  main.contend
|      wait:  120s
|         1   internal/sync.runtime_SemacquireMutex
|             internal/sync.(*Mutex).lockSlow
|             internal/sync.(*Mutex).Lock (inline)
|             sync.(*Mutex).Lock
|-----------+-------------------------------------------------------
|     state:  sync.RWMutex.RLock
|created by:  main.contend
|      wait:  120s
|         1   sync.runtime_SemacquireRWMutexR
|             sync.(*RWMutex).RLock
|-----------+-------------------------------------------------------
|     state:  sync.WaitGroup.Wait
|created by:  main.contend
|      wait:  120s
|         1   sync.runtime_SemacquireWaitGroup
|             sync.(*WaitGroup).Wait
|-----------+-------------------------------------------------------
|     state:  sync.Cond.Wait
|created by:  main.contend
|      wait:  120s
|         1   sync.runtime_notifyListWait
|             sync.(*Cond).Wait
|             main.contend.func1
|-----------+-------------------------------------------------------
!tagfocus:Interpreted '120s:' as range, not regexp

# What started them, as a frame.
$ pprowl -top -tagroot='created by' '-focus=^main.contend$' parked.txt
~it does not read dumps
|Type: goroutine
|Active filters:
|   focus=^main.contend$
|Showing nodes accounting for 8, 17.78% of 45 total
|      flat  flat%   sum%        cum   cum%
|         2  4.44%  4.44%          2  4.44%  internal/sync.runtime_SemacquireMutex
|         2  4.44%  8.89%          2  4.44%  sync.runtime_SemacquireRWMutexR
|         2  4.44% 13.33%          2  4.44%  sync.runtime_SemacquireWaitGroup
|         2  4.44% 17.78%          2  4.44%  sync.runtime_notifyListWait
|         0     0% 17.78%          2  4.44%  internal/sync.(*Mutex).Lock (inline)
|         0     0% 17.78%          2  4.44%  internal/sync.(*Mutex).lockSlow
|         0     0% 17.78%          8 17.78%  main.contend
|         0     0% 17.78%          2  4.44%  main.contend.func1
|         0     0% 17.78%          2  4.44%  sync.(*Cond).Wait
|         0     0% 17.78%          2  4.44%  sync.(*Mutex).Lock
|         0     0% 17.78%          2  4.44%  sync.(*RWMutex).RLock
|         0     0% 17.78%          2  4.44%  sync.(*WaitGroup).Wait

# A crash in a log.
$ pprowl -tree '-focus=main.crash' crash.log
~it does not read dumps
|Type: goroutine
|Active filters:
|   focus=main.crash
|Showing nodes accounting for 1, 2.44% of 41 total
|----------------------------------------------------------+-------------
|      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 
|----------------------------------------------------------+-------------
|                                                 1   100% |   main.main
|         1  2.44%  2.44%          1  2.44%                | main.crash
|----------------------------------------------------------+-------------
|         0     0%  2.44%          1  2.44%                | main.main
|                                                 1   100% |   main.crash
|----------------------------------------------------------+-------------

# Behind what a log puts in front of each line, through a pipe.
$ sed 's/^/Jan  2 15:04:05 host app[77]: /' crash.log | pprowl -raw - | cksum; pprowl -raw crash.log | cksum
~it does not read dumps
|3586847594 3619
|3586847594 3619

# Cut off, and with lines between the frames.
$ head -n 33 parked.txt | sed '5i2024/01/02 15:04:05 GET /' | pprowl -top -nodecount=3 -
~it does not read dumps
|Type: goroutine
|Showing nodes accounting for 4, 100% of 4 total
|Showing top 3 nodes out of 6
|      flat  flat%   sum%        cum   cum%
|         3 75.00% 75.00%          3 75.00%  main.take
|         1 25.00%   100%          1 25.00%  runtime/pprof.writeGoroutineStacks
|         0     0%   100%          1 25.00%  main.main
!standard input: 3 lines could not be read and are left out; the first is line 4: no file and line under it

# Without a goroutine.
$ pprowl -format=goroutines -top README.md
~it does not read dumps
!pprowl: README.md: goroutine dump: no goroutine in it
?2
