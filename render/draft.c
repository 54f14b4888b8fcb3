#include "config.h"

#include "render/draft.h"

static int keep_text(void *data, const char *s, size_t n)
{
	struct draft *draft = data;

	if (draft->most && n > draft->most - draft->kept.n)
		return -1;
	vec_reserve(draft->mem, &draft->kept, n);
	memcpy(draft->kept.at + draft->kept.n, s, n);
	draft->kept.n += n;
	return 0;
}

void draft_init(struct draft *draft, const struct report *report, size_t most)
{
	*draft = (struct draft){
		.mem = report->profile->mem, .out = *report->out, .most = most,
	};
	draft->out.text = (struct buf)BUF_INIT;
	draft->out.piece = 0;
	draft->out.write = keep_text;
	draft->out.data = draft;
}

void draft_release(struct draft *draft)
{
	vec_release(draft->mem, &draft->kept);
	buf_release(&draft->out.text);
}

size_t draft_length(const struct draft *draft)
{
	return draft->kept.n + draft->out.text.n;
}

/* Few drafts are long: mostly all of it is where it was printed. */
struct str draft_text(struct draft *draft)
{
	struct buf *text = &draft->out.text;

	if (!draft->kept.n)
		return (struct str){ buf_str(text), text->n };
	report_hand_on(&draft->out);
	return (struct str){ draft->kept.at, draft->kept.n };
}
