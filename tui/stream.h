/*
 * A descriptor that is written to behind the one who makes the text: a thread
 * writes a piece while the next is made.  Text that is short is written when
 * the stream is closed, without a thread; text that comes by 128 KiB and more
 * is made on all processors, and is written at once from where it is.
 */
#ifndef TUI_STREAM_H
#define TUI_STREAM_H

#include <stddef.h>

struct stream;

/* The descriptor stays the caller's.  The stream is for stream_close. */
struct stream *stream_new(int fd);

/*
 * Takes a copy of s[0..n).  Returns 0, or -1 once something could not be
 * written; `stream` is a struct stream, so that this fits report_out.
 */
int stream_write(void *stream, const char *s, size_t n);

/*
 * Writes what is left and gives the stream back.  Returns 0, or the errno of
 * the first write that failed.
 */
int stream_close(struct stream *stream);

#endif
