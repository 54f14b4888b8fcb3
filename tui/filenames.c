#include "config.h"

#include "tui/filenames.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "model/cancel.h"
#include "model/mem.h"

enum { FILENAMES_MAX = 4096 };	/* of a folder; more are not leafed through */

const struct filenames_kind filenames_line = { .apart = "" };
const struct filenames_kind filenames_word = { .apart = " \t" };
const struct filenames_kind filenames_path = {
	.apart = ":", .only_folders = true
};

void filenames_expand(struct buf *out, const char *path)
{
	const char *home = getenv("HOME");

	if (path[0] == '~' && path[1] == '/' && home && *home) {
		buf_adds(out, home);
		path++;
	}
	buf_adds(out, path);
}

/* The word taken apart, and the names in its folder that fit. */
struct listing {
	struct buf typed;	/* the folder, as in the word; with its / */
	struct buf folder;	/* as the system knows it; "": this one */
	struct str start;	/* of the names */
	const struct filenames_kind *kind;
	char *names[FILENAMES_MAX];	/* those of folders end in / */
	size_t n;
};

static bool is_wanted(const struct listing *l, const char *name)
{
	if (!strcmp(name, ".") || !strcmp(name, "..") ||
	    (*name == '.' && !l->start.n) || strpbrk(name, l->kind->apart))
		return false;
	return !strncmp(name, l->start.s, l->start.n);
}

/* Most file systems say so; only what a link is must be asked for. */
static bool is_folder(const struct listing *l, const struct dirent *entry)
{
	struct buf path = BUF_INIT;
	struct stat st;
	bool result;

	if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	buf_addf(&path, "%s%s", buf_str(&l->folder), entry->d_name);
	result = !stat(buf_str(&path), &st) && S_ISDIR(st.st_mode);
	buf_release(&path);
	return result;
}

static void read_names(struct listing *l, const _Atomic bool *cancel)
{
	DIR *dir = opendir(l->folder.n ? buf_str(&l->folder) : ".");
	struct dirent *entry;
	bool is_dir;

	while (dir && l->n < FILENAMES_MAX && !cancel_is_set(cancel) &&
	       (entry = readdir(dir))) {
		if (!is_wanted(l, entry->d_name))
			continue;
		is_dir = is_folder(l, entry);
		if (l->kind->only_folders && !is_dir)
			continue;
		if (asprintf(&l->names[l->n++], "%s%s", entry->d_name,
			     is_dir ? "/" : "") < 0)
			die("out of memory: names of files");
	}
	if (dir)
		closedir(dir);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_name(const struct listing *l, const char *name,
		     struct candidates *c)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "%s%s", buf_str(&l->typed), name);
	candidates_add(c, (struct str){ text.s + l->typed.n,
					text.n - l->typed.n },
		       (struct str){ text.s, text.n });
	buf_release(&text);
}

static void filenames_run(struct job *job)
{
	struct filenames_job *f = (struct filenames_job *)job;
	struct listing *l = calloc(1, sizeof(*l));
	size_t n = f->word.n;

	if (!l)
		die("out of memory: names of files");
	while (n && f->word.s[n - 1] != '/')
		n--;
	buf_add(&l->typed, buf_str(&f->word), n);
	filenames_expand(&l->folder, buf_str(&l->typed));
	l->start = (struct str){ buf_str(&f->word) + n, f->word.n - n };
	l->kind = f->kind;
	read_names(l, &job->is_cancelled);
	qsort(l->names, l->n, sizeof(*l->names), by_name);
	for (size_t i = 0; i < l->n; i++) {
		add_name(l, l->names[i], &f->found);
		free(l->names[i]);
	}
	buf_release(&l->typed);
	buf_release(&l->folder);
	free(l);
}

static void filenames_free(struct job *job)
{
	struct filenames_job *f = (struct filenames_job *)job;

	buf_release(&f->word);
	candidates_release(&f->found);
	free(f);
}

struct filenames_job *filenames_job_new(const struct filenames_kind *kind,
					struct str word, int slot)
{
	static const struct job_ops ops = { filenames_run, filenames_free };
	struct filenames_job *f = calloc(1, sizeof(*f));

	if (!f)
		die("out of memory: names of files");
	f->job.ops = &ops;
	f->job.slot = slot;
	f->job.owner = -1;
	f->kind = kind;
	buf_add(&f->word, word.s, word.n);
	return f;
}
