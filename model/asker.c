#include "config.h"

#include "model/asker.h"

#include "model/binary.h"
#include "model/framelines.h"
#include "model/program.h"

enum {
	FILE_MS = 10 * 1000,		/* for each binary */
	QUESTION_LINE = 20,		/* bytes at most */
	ANSWER_MAX = 512 << 20,		/* bytes of text */
};

/* One answer on its way into the profile. */
struct answer {
	const struct asker *asker;
	const struct ask *asks;
	struct framelines lines;
	uint32_t first_line;		/* of the address under way */
	unsigned int has;		/* what its functions tell */
	size_t n_bytes;
};

static void add_frame(struct answer *a, const struct frameline *frame)
{
	struct profile *p = a->asker->profile;
	struct tables *tables = a->asker->tables;
	struct str_id name = tables_string(tables, frame->name);
	struct func func = {
		.name = name, .system_name = name,
		.filename = tables_string(tables, frame->file),
		.start_line = frame->start_line,
	};

	*vec_push(p->mem, &p->lines) = (struct line){
		tables_func(tables, &func), frame->line, frame->column,
	};
	a->has |= HAS_INLINE_FRAMES | (name.i ? HAS_FUNCTIONS : 0) |
		  (func.filename.i ? HAS_FILENAMES : 0) |
		  (frame->line ? HAS_LINE_NUMBERS : 0);
}

/* Of an address all is known: its location gets its lines. */
static void end_location(struct answer *a, size_t i)
{
	struct profile *p = a->asker->profile;
	struct location *loc = &p->locations.at[a->asks[i].location.i];

	if (p->lines.n > a->first_line) {
		loc->first_line = a->first_line;
		loc->n_lines = (uint32_t)p->lines.n - a->first_line;
		loc->is_folded = false;
		p->mappings.at[loc->mapping.i].has |= a->has;
	}
	a->first_line = (uint32_t)p->lines.n;
	a->has = 0;
}

static void take_frame(void *data, size_t i, const struct frameline *frame)
{
	if (frame)
		add_frame(data, frame);
	else
		end_location(data, i);
}

static int check_memory(const struct asker *asker, size_t n, struct err *err)
{
	const struct mem *mem = asker->profile->mem;

	if (mem->used < asker->mem_end && n <= asker->mem_end - mem->used)
		return 0;
	return err_fail(err, "names take more memory than there is for them; "
			"raise it with -max_memory=SIZE");
}

static int take_piece(struct answer *a, const char *s, size_t n,
		      struct err *err)
{
	a->n_bytes += n;
	if (a->n_bytes > ANSWER_MAX)
		return err_fail(err, "printed more than %d bytes", ANSWER_MAX);
	if (a->asker->profile->lines.n > UINT32_MAX - n)
		return err_fail(err, "there are too many lines");
	if (check_memory(a->asker, tables_growth(a->asker->tables), err))
		return -1;
	return framelines_put(&a->lines, s, n, err);
}

static int take_text(void *data, const char *s, size_t n, struct err *err)
{
	for (size_t some; n; s += some, n -= some) {
		some = n < TABLES_PIECE ? n : TABLES_PIECE;
		if (take_piece(data, s, some, err))
			return -1;
	}
	return 0;
}

static void write_question(struct buf *out, const struct ask *asks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_addx(out, asks[i].address);
		buf_addc(out, '\n');
	}
}

static int ask(struct answer *answer, const char *path,
	       const struct buf *question, struct err *err)
{
	const struct asker *asker = answer->asker;
	const struct program_ends ends = {
		.question = question, .put = take_text, .data = answer,
	};
	struct program program = {
		.name = "pprowl-symbolize", .cancel = asker->cancel,
		.milliseconds = FILE_MS, .limits_itself = true,
	};
	struct buf dirs = BUF_INIT;
	struct err why;
	int result;

	binary_add_search_path(&dirs);
	buf_adds(&dirs, ":/usr/lib/debug");
	program.args[0] = asker->helper;
	program.args[1] = buf_str(&dirs);
	program.args[2] = path;
	result = program_ask(&program, &ends, err);
	if (framelines_end(&answer->lines, &why) && !result)
		result = err_fail(err, "%s", why.text);
	buf_release(&dirs);
	return result;
}

int asker_ask(const struct asker *asker, const char *path,
	      const struct ask *asks, size_t n, struct err *err)
{
	struct profile *p = asker->profile;
	struct answer answer = {
		.asker = asker, .asks = asks,
		.lines = { .n_asked = n, .take = take_frame, .data = &answer },
		.first_line = (uint32_t)p->lines.n,
	};
	struct buf question = BUF_INIT;
	/* Of the question, as text and in its file. */
	size_t held = 2 * QUESTION_LINE * n;
	int result;

	if (check_memory(asker, held, err))
		return -1;
	mem_hold(p->mem, held);
	write_question(&question, asks, n);
	result = ask(&answer, path, &question, err);
	/* What came of an address that was not ended. */
	p->lines.n = answer.first_line;
	buf_release(&question);
	mem_let(p->mem, held);
	return result;
}
