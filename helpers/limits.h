/*
 * What a helper program may take: little, since it reads what strangers send.
 */
#ifndef HELPERS_LIMITS_H
#define HELPERS_LIMITS_H

struct limits {
	unsigned int seconds;		/* of a processor */
	unsigned int mib;		/* of memory */
};

/*
 * To be called before a byte is read: beside the two above no files to write,
 * no core, 64 descriptors; nothing it runs gains rights, and nobody else of
 * its user looks into its memory, where passwords are.  (Sanitizers want more
 * memory, and to look.)
 */
void limits_set(const struct limits *limits);

#endif
