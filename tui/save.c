#include "config.h"

#include "tui/save.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "model/mem.h"
#include "tui/outfile.h"

enum {
	NAME_PART_MAX = 80,
	TRIES = 10000,
};

/* One that is being written. */
struct saved {
	struct save *save;
	struct outfile file;
};

/* A part of a name: a server must not make it a path, or a hidden file. */
static void add_part(struct buf *name, const char *s)
{
	static const char kept[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

	for (size_t i = 0; s[i] && i < NAME_PART_MAX; i++) {
		bool is_kept = strchr(kept, s[i]) || (i && s[i] == '.');

		buf_addc(name, is_kept ? s[i] : '_');
	}
}

/* Go's endpoints have a name of one word. */
static const char *endpoint_of(const char *path)
{
	static const char go[] = "/debug/pprof/";

	if (!strncmp(path, go, sizeof(go) - 1))
		return path + sizeof(go) - 1;
	return *path == '/' ? path + 1 : path;
}

/* DIR/HOST.ENDPOINT.TIME[-N].pb.gz, or .txt where text is asked for. */
static void make_path(struct buf *path, const char *dir, const struct url *url,
		      unsigned number)
{
	const char *text = buf_str(&url->text);
	bool is_text = strstr(text, "debug=1") || strstr(text, "debug=2");
	time_t now = time(NULL);
	struct tm tm;
	char when[32] = "";

	if (gmtime_r(&now, &tm))
		strftime(when, sizeof(when), "%Y%m%dT%H%M%SZ", &tm);
	buf_addf(path, "%s/", dir);
	add_part(path, buf_str(&url->host));
	buf_addc(path, '.');
	add_part(path, endpoint_of(buf_str(&url->path)));
	buf_addf(path, ".%s", when);
	if (number > 1)
		buf_addf(path, "-%u", number);
	buf_adds(path, is_text ? ".txt" : ".pb.gz");
}

/* A path that neither is there nor will be of another fetch. */
static void choose_path(struct save *save, const struct url *url,
			struct buf *path)
{
	struct stat st;

	pthread_mutex_lock(&save->lock);
	do {
		buf_clear(path);
		make_path(path, save->options->save_dir, url,
			  ++save->n_files);
	} while (!lstat(buf_str(path), &st) && save->n_files < TRIES);
	pthread_mutex_unlock(&save->lock);
}

static int open_in_dir(struct save *save, struct outfile *file,
		       const struct url *url, struct err *err)
{
	const char *dir = save->options->save_dir;
	struct buf path = BUF_INIT;
	int result;

	if (mkdir(dir, 0700) && errno != EEXIST)
		return err_fail(err, "-save_dir=%.400s: %s", dir,
				strerror(errno));
	choose_path(save, url, &path);
	result = outfile_create(file, buf_str(&path), err);
	buf_release(&path);
	return result ? err_within(err, "-save_dir") : 0;
}

static void *open_file(void *data, const struct url *url, struct err *err)
{
	struct save *save = data;
	struct saved *saved = malloc(sizeof(*saved));
	const char *path = save->options->save;
	int result;

	if (!saved)
		die("out of memory: -save");
	saved->save = save;
	if (*save->options->save_dir)
		result = open_in_dir(save, &saved->file, url, err);
	else if (outfile_create(&saved->file, path, err))
		result = err_within(err, "-save");
	else
		result = 0;
	if (!result)
		return saved;
	free(saved);
	return NULL;
}

static void put(void *data, const char *s, size_t n)
{
	struct saved *saved = data;

	outfile_write(&saved->file, s, n);
}

static void close_file(void *data, bool is_whole)
{
	struct saved *saved = data;
	struct save *save = saved->save;
	struct err err;
	bool is_saved = is_whole && !outfile_close(&saved->file, &err);

	pthread_mutex_lock(&save->lock);
	if (is_saved) {
		*save->options->has_saved = true;
		buf_addf(&save->saved, "Saved profile in %s\n",
			 buf_str(&saved->file.path));
	} else if (is_whole) {
		buf_addf(&save->failed, "-save: %s\n", err.text);
	}
	pthread_mutex_unlock(&save->lock);
	outfile_discard(&saved->file);
	free(saved);
}

void save_init(struct save *save, const struct options *options)
{
	*save = (struct save){
		.options = options,
		.saver = { open_file, put, close_file, save },
	};
	pthread_mutex_init(&save->lock, NULL);
}

void save_release(struct save *save)
{
	pthread_mutex_destroy(&save->lock);
	buf_release(&save->saved);
	buf_release(&save->failed);
}

const struct fetch_saver *save_saver(const struct save *save)
{
	const struct options *o = save->options;

	if (*o->save_dir)
		return &save->saver;
	return *o->save && !*o->has_saved ? &save->saver : NULL;
}
