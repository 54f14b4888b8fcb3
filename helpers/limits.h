/*
 * What a helper program may take: little, since it reads what strangers send.
 */
#ifndef HELPERS_LIMITS_H
#define HELPERS_LIMITS_H

/*
 * To be called before a byte is read: no files to write, no core, few
 * descriptors, 1 GiB of memory, two minutes of a processor; nothing it runs
 * gains rights, and nobody else of its user looks into its memory, where
 * passwords are.  (Sanitizers want more memory, and to look.)
 */
void limits_set(void);

#endif
