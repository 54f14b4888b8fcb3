/*
 * Runs targets without a fuzzer:
 *
 *	replay			a test: each target with the files in
 *				tests/fuzz/seeds/NAME and tests/fuzz/found/NAME
 *	replay NAME PATH...	one target with files, or those in folders
 *	replay -list		a line a target: its name and its source
 *
 * What is in seeds was written by hand, or made by tests/fuzz/seeds.sh; what
 * is in found once made a target fail.
 */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "model/buf.h"
#include "model/mem.h"
#include "tests/fuzz/target.h"
#include "tests/tap.h"

static void read_file(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char block[65536];
	size_t n;

	if (!file)
		die("%s: cannot be opened", path);
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		buf_add(out, block, n);
	fclose(file);
}

/*
 * The bytes are in memory of exactly their size, so that the sanitizers see
 * what reads past them.
 */
static void run_file(const struct target *target, const char *path)
{
	struct buf bytes = BUF_INIT;
	uint8_t *data;

	read_file(&bytes, path);
	data = malloc(bytes.n ? bytes.n : 1);
	if (!data)
		die("no memory for %s", path);
	if (bytes.n)
		memcpy(data, bytes.s, bytes.n);
	printf("# %s %s\n", target->name, path);
	fflush(stdout);
	target->run(target, data, bytes.n);
	free(data);
	buf_release(&bytes);
}

/* Runs the files in a folder, in any order; returns how many. */
static size_t run_folder(const struct target *target, const char *path)
{
	DIR *dir = opendir(path);
	struct buf name = BUF_INIT;
	struct dirent *entry;
	size_t n = 0;

	while (dir && (entry = readdir(dir))) {
		if (*entry->d_name == '.')
			continue;
		buf_clear(&name);
		buf_addf(&name, "%s/%s", path, entry->d_name);
		run_file(target, buf_str(&name));
		n++;
	}
	if (dir)
		closedir(dir);
	buf_release(&name);
	return n;
}

static size_t run_path(const struct target *target, const char *path)
{
	struct stat st;

	if (!stat(path, &st) && S_ISDIR(st.st_mode))
		return run_folder(target, path);
	run_file(target, path);
	return 1;
}

/* The folder of a target below tests/fuzz. */
static size_t run_kept(const struct target *target, const char *kind)
{
	const char *srcdir = getenv("srcdir");
	struct buf path = BUF_INIT;
	size_t n;

	buf_addf(&path, "%s/tests/fuzz/%s/%s", srcdir ? srcdir : ".", kind,
		 target->name);
	n = run_folder(target, buf_str(&path));
	buf_release(&path);
	return n;
}

static int test_all(void)
{
	struct target target;

	for (size_t i = 0; target_at(i, &target); i++) {
		ok(run_kept(&target, "seeds") > 0, "%s: its seeds",
		   target.name);
		run_kept(&target, "found");
		ok(true, "%s: what was found", target.name);
	}
	return tap_done();
}

static int list_all(void)
{
	struct target target;

	for (size_t i = 0; target_at(i, &target); i++) {
		if (target.source)
			printf("%s %s\n", target.name, target.source);
		else
			printf("%s model/read_%s.c\n", target.name,
			       target.name);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct target target;

	if (argc < 2)
		return test_all();
	if (!strcmp(argv[1], "-list"))
		return list_all();
	if (!target_find(argv[1], &target))
		die("no target %s; see -list", argv[1]);
	for (int i = 2; i < argc; i++)
		run_path(&target, argv[i]);
	return 0;
}
