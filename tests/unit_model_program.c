/*
 * model/program: what a program prints, how it ends, and every way it can be
 * made to end.
 */
#include "config.h"

#include "model/program.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tests/tap.h"

static const _Atomic bool is_cancelled = true;

/* Runs a line of shell with a word that no shell is to look into. */
static const char *run(const char *line, struct program program,
		       struct buf *out)
{
	static struct err err;

	program.args[0] = "/bin/sh";
	program.args[1] = "-c";
	program.args[2] = line;
	program.args[3] = "sh";
	program.args[4] = "$(echo one)  'two";
	err.text[0] = '\0';
	buf_clear(out);
	if (!program_run(&program, out, &err) && *err.text)
		return "a reason without a failure";
	return err.text;
}

static void test_output(void)
{
	struct buf out = BUF_INIT;

	is(run("echo \"$1\"; printf 'x\\000y'", (struct program){ 0 }, &out),
	   "", "a program runs to its end");
	ok(out.n == 21 && !memcmp(out.s, "$(echo one)  'two\nx\0y", 21),
	   "arguments and output are bytes");
	is(run("exit 3", (struct program){ 0 }, &out),
	   "/bin/sh: failed with status 3", "a status is a failure");
	is(run("cat; ulimit -c", (struct program){ 0 }, &out), "",
	   "there is nothing to read");
	is(buf_str(&out), "0\n", "and no core to leave behind");
	is(run("head -c 200000 /dev/zero", (struct program){ 0 }, &out), "",
	   "more than a pipe holds");
	is_int(out.n, 200000, "comes whole");
	buf_release(&out);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void test_limits(void)
{
	struct buf out = BUF_INIT;
	double start = now();

	is(run("yes", (struct program){ .limit = 100000 }, &out),
	   "/bin/sh: printed more than 100000 bytes", "too much is stopped");
	is(run("sleep 60", (struct program){ .milliseconds = 100 }, &out),
	   "/bin/sh: took too long", "so is what never ends");
	is(run("exec >&-; sleep 60", (struct program){ .milliseconds = 100 },
	       &out), "/bin/sh: took too long", "also when it is silent");
	is(run("sleep 60 & sleep 60", (struct program){ .milliseconds = 100 },
	       &out), "/bin/sh: took too long", "with all that it started");
	is(run("sleep 60", (struct program){ .cancel = &is_cancelled }, &out),
	   "/bin/sh: cancelled", "and what nobody waits for");
	is(run("kill -9 $$", (struct program){ 0 }, &out),
	   "/bin/sh: killed by signal 9", "a signal is a failure");
	is(run("echo > /dev/shm/pprowl-test-file || echo > /tmp/pprowl-test-"
	       "file", (struct program){ 0 }, &out),
	   "/bin/sh: killed by signal 25", "no file is written");
	ok(now() - start < 30, "nobody waited for a sleeper");
	buf_release(&out);
	unlink("/dev/shm/pprowl-test-file");
	unlink("/tmp/pprowl-test-file");
}

static void test_nothing(void)
{
	struct buf out = BUF_INIT;
	struct err err;

	ok(program_run(&(struct program){ .args = { "/no/such/program" } },
		       &out, &err), "a program that is not there");
	is(err.text, "/no/such/program: cannot be run", "says so");
	buf_release(&out);
}

static void test_find(void)
{
	char dir[] = "/tmp/pprowl-program-XXXXXX", program[64], path[256];
	struct buf found = BUF_INIT;

	if (!mkdtemp(dir))
		return;
	snprintf(program, sizeof(program), "%s/pprowl-tool", dir);
	fclose(fopen(program, "w"));
	snprintf(path, sizeof(path), "/nowhere::.:%s:/bin", dir);
	setenv("PATH", path, 1);
	buf_adds(&found, "at ");
	ok(!program_find(&found, "pprowl-tool"), "a file is no program");
	is(buf_str(&found), "at ", "and leaves no trace");
	chmod(program, 0700);
	ok(program_find(&found, "pprowl-tool"), "one that can be run is");
	is(buf_str(&found) + 3, program, "by its path");
	ok(!chdir(dir), "in that directory");
	setenv("PATH", "::.:bin", 1);
	ok(!program_find(&found, "pprowl-tool"), "only PATH counts");
	unsetenv("PATH");
	ok(!program_find(&found, "sh"), "if there is one");
	unlink(program);
	rmdir(dir);
	buf_release(&found);
}

static int put(void *data, const char *s, size_t n, struct err *err)
{
	struct buf *out = data;

	buf_add(out, s, n);
	return out->n < 300000 ? 0 : err_fail(err, "that is enough");
}

static const char *ask(const char *line, struct program program,
		       const struct buf *question, struct buf *out)
{
	static struct err err;

	program.args[0] = "/bin/sh";
	program.args[1] = "-c";
	program.args[2] = line;
	err.text[0] = '\0';
	buf_clear(out);
	program_ask(&program, &(struct program_ends){
		.question = question, .put = put, .data = out,
	    }, &err);
	return err.text;
}

/* A question of any length and an answer that comes while it is read. */
static void test_ask(void)
{
	struct buf question = BUF_INIT, out = BUF_INIT;

	is(ask("cat; echo .", (struct program){ 0 }, &question, &out), "",
	   "nothing is a question");
	is(buf_str(&out), ".\n", "and is over at once");
	for (int i = 0; i < 20000; i++)
		buf_addf(&question, "line %d\n", i);
	is(ask("cat", (struct program){ 0 }, &question, &out), "",
	   "more than a pipe holds is asked");
	ok(buf_same(&question, &out), "and comes back");
	is(ask("true", (struct program){ 0 }, &question, &out), "",
	   "it need not be read");
	is(ask("yes", (struct program){ 0 }, &question, &out),
	   "/bin/sh: that is enough", "an answer may be refused");
	is(ask("cat >&2; sleep 60", (struct program){ .milliseconds = 100 },
	       &question, &out), "/bin/sh: took too long", "or take too long");
	is(ask("ulimit -v", (struct program){ 0 }, &question, &out), "",
	   "limits can be seen");
	is(buf_str(&out), "2097152\n", "there is one of memory");
	is(ask("ulimit -v", (struct program){ .limits_itself = true },
	       &question, &out), "", "but for one that has its own");
	ok(strcmp(buf_str(&out), "2097152\n"), "there is not");
	buf_release(&question);
	buf_release(&out);
}

/* The same without limits, where complaints are wanted, too. */
static void test_feed(void)
{
	struct buf question = BUF_INIT, out = BUF_INIT;
	struct program program = {
		.args = { "/bin/sh", "-c", "cat; echo and >&2" },
	};
	const struct program_ends ends = {
		.question = &question, .put = put, .complain = put,
		.data = &out,
	};
	struct err err = { "" };

	buf_adds(&question, "why\n");
	is_int(program_feed(&program, &ends, &err), 0, "a program is fed");
	ok(strstr(buf_str(&out), "why\n") && strstr(buf_str(&out), "and\n"),
	   "what it prints and complains comes back");
	buf_release(&question);
	buf_release(&out);
}

int main(void)
{
	test_output();
	test_limits();
	test_nothing();
	test_find();
	test_ask();
	test_feed();
	return tap_done();
}
