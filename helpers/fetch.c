/*
 * pprowl-fetch: gets the body behind a URL.  What it is asked and how it
 * answers is in helpers/request.h.
 *
 * Redirects are followed here and not by libcurl, so that each is judged: no
 * more than three, none to another scheme than http and https or from https
 * to http, none from the internet into the nets around us, and passwords,
 * headers and certificates go to the server that was named until it leads to
 * another.
 */
#include "config.h"

#include <curl/curl.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "helpers/address.h"
#include "helpers/limits.h"
#include "helpers/proxy.h"
#include "helpers/request.h"
#include "helpers/response.h"
#include "helpers/status.h"

enum {
	REDIRECTS_MAX = 3,
	BUFFER = 128 << 10,
};

/* Where a URL leads, and what is sent there only. */
struct origin {
	char *scheme, *host, *port;
};

struct transfer {
	struct request request;
	CURL *curl;
	CURLU *url;			/* where it is now */
	struct curl_slist *headers;
	struct origin first, now;
	bool was_https;			/* of the redirect under way */
	bool was_elsewhere;		/* some redirect led away from first */
	char *user, *password;		/* of the first */
	int n_redirects;
	bool is_proxied;
	bool may_go_private;		/* the first is so, too */
	bool was_refused;		/* an address, since it may not */
	struct response response;
	uint64_t n_body;
	int64_t started_ms;
	int64_t moved_ms;		/* when something came last; 0: never */
	curl_off_t moved_to;
	bool is_stalled;
	char error[CURL_ERROR_SIZE];
};

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What libcurl calls. */

/* Ends the program when the body is a page, for people to look at. */
static void check_type(const struct transfer *t)
{
	if (t->response.code == 200 && t->response.is_html)
		status_fail("this is a web page, not a profile");
}

static size_t take_header(char *line, size_t size, size_t n, void *data)
{
	struct transfer *t = data;

	n *= size;
	if (!response_take_line(&t->response, line, n))
		status_fail("more than %d kB of headers",
			    RESPONSE_HEADER_MAX >> 10);
	return n;
}

static void pass_on(const char *s, size_t n)
{
	while (n) {
		ssize_t done = write(STDOUT_FILENO, s, n);

		if (done < 0 && errno != EINTR)
			status_fail("the body cannot be passed on: %s",
				    strerror(errno));
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
}

/*
 * The size comes first, for whoever shows how far this is.  It need not be
 * true, but what is said to be too large is not waited for.
 */
static void say_size(const struct transfer *t)
{
	uint64_t limit = t->request.limit;
	curl_off_t size;

	if (curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T,
			      &size) || size <= 0)
		return;
	if (limit && (uint64_t)size > limit)
		status_over();
	status_size((uint64_t)size);
}

/* Of what is no profile, no more than how it starts. */
static size_t take_body(char *s, size_t size, size_t n, void *data)
{
	struct transfer *t = data;

	n *= size;
	if (t->response.code != 200)
		return response_take_text(&t->response, s, n) ? n : 0;
	check_type(t);
	if (!t->n_body)
		say_size(t);
	t->n_body += n;
	if (t->request.limit && t->n_body > t->request.limit)
		status_over();
	pass_on(s, n);
	return n;
}

/* Whether the body goes on; before it begins, the total is all that counts. */
static int watch(void *data, curl_off_t size, curl_off_t came,
		 curl_off_t up_size, curl_off_t up)
{
	struct transfer *t = data;

	(void)size;
	(void)up_size;
	(void)up;
	if (came != t->moved_to) {
		t->moved_to = came;
		t->moved_ms = now_ms();
	}
	t->is_stalled = t->request.stall_ms && t->moved_ms &&
			now_ms() - t->moved_ms > t->request.stall_ms;
	return t->is_stalled;
}

/* The addresses that are tried, as they are resolved. */
static curl_socket_t open_socket(void *data, curlsocktype purpose,
				 struct curl_sockaddr *address)
{
	struct transfer *t = data;

	(void)purpose;
	if (t->n_redirects && !t->may_go_private && !t->is_proxied &&
	    address_is_private(&address->addr)) {
		t->was_refused = true;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC,
		      address->protocol);
}

/* Where it goes. */

static char *url_part(CURLU *url, CURLUPart part, unsigned flags)
{
	char *text = NULL;

	curl_url_get(url, part, &text, flags);
	return text;
}

static void origin_free(struct origin *origin)
{
	curl_free(origin->scheme);
	curl_free(origin->host);
	curl_free(origin->port);
}

static bool is_fetched(const char *scheme)
{
	return !strcasecmp(scheme, "http") || !strcasecmp(scheme, "https");
}

/* What is not fetched need have no host. */
static struct origin origin_of(CURLU *url)
{
	struct origin origin = {
		url_part(url, CURLUPART_SCHEME, 0),
		url_part(url, CURLUPART_HOST, 0),
		url_part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
	};

	if (!origin.scheme ||
	    (is_fetched(origin.scheme) && (!origin.host || !origin.port)))
		status_fail("the URL names no host");
	return origin;
}

static bool is_same(const struct origin *a, const struct origin *b)
{
	return !strcasecmp(a->scheme, b->scheme) &&
	       !strcasecmp(a->host, b->host) && !strcmp(a->port, b->port);
}

static void set_url(CURLU *url, const char *text, unsigned flags)
{
	CURLUcode code = curl_url_set(url, CURLUPART_URL, text, flags);

	if (code == CURLUE_OUT_OF_MEMORY)
		status_fail("out of memory");
	if (code == CURLUE_UNSUPPORTED_SCHEME)
		status_fail("only http and https are fetched");
#if LIBCURL_VERSION_NUM >= 0x075000
	if (code)
		status_fail("no URL to go to: %s", curl_url_strerror(code));
#else
	if (code)
		status_fail("no URL to go to");
#endif
}

/* Takes the user's part out of the URL: it is not for those we are sent to. */
static void take_user(struct transfer *t, bool is_first)
{
	if (is_first) {
		t->user = url_part(t->url, CURLUPART_USER, CURLU_URLDECODE);
		t->password = url_part(t->url, CURLUPART_PASSWORD,
				       CURLU_URLDECODE);
	}
	curl_url_set(t->url, CURLUPART_USER, NULL, 0);
	curl_url_set(t->url, CURLUPART_PASSWORD, NULL, 0);
	curl_url_set(t->url, CURLUPART_FRAGMENT, NULL, 0);
}

/* Whether the first server, which the user named, is one of ours. */
static bool is_first_private(const struct transfer *t)
{
	char *text = NULL;

	if (t->request.socket)
		return true;
	if (t->is_proxied)
		return address_host_is_private(t->first.host);
	return !curl_easy_getinfo(t->curl, CURLINFO_PRIMARY_IP, &text) &&
	       text && address_host_is_private(text);
}

static _Noreturn void fail_private(const struct transfer *t)
{
	status_fail("sends us on to %.200s, which is within our own nets, "
		    "while it is not; name that one if you want it",
		    t->now.host);
}

static void check_redirect(const struct transfer *t)
{
	if (t->n_redirects > REDIRECTS_MAX)
		status_fail("more than %d redirects", REDIRECTS_MAX);
	if (!is_fetched(t->now.scheme))
		status_fail("sends us on to %.20s:, and only http and https "
			    "are fetched", t->now.scheme);
	if (t->request.socket && !is_same(&t->first, &t->now))
		status_fail("sends us on to %.200s, away from the socket",
			    t->now.host);
	if (t->was_https && strcasecmp(t->now.scheme, "https"))
		status_fail("sends us on from https to http, at %.200s",
			    t->now.host);
	if (!t->may_go_private && address_host_is_private(t->now.host))
		fail_private(t);
}

static void follow(struct transfer *t)
{
	unsigned flags = 0;

	if (!t->n_redirects++)
		t->may_go_private = is_first_private(t);
#if LIBCURL_VERSION_NUM >= 0x074e00
	flags = CURLU_URLENCODE;
#endif
	set_url(t->url, t->response.location, flags);
	take_user(t, false);
	t->was_https = !strcasecmp(t->now.scheme, "https");
	origin_free(&t->now);
	t->now = origin_of(t->url);
	t->was_elsewhere = t->was_elsewhere || !is_same(&t->first, &t->now);
	check_redirect(t);
}

/* Asking. */

/* What an option is set to has gone wrong for want of memory, if at all. */
#define SET(t, option, value)						\
	do {								\
		if (curl_easy_setopt((t)->curl, option, value))		\
			status_fail("libcurl does not take " #option);	\
	} while (0)

static void set_callbacks(struct transfer *t)
{
	SET(t, CURLOPT_ERRORBUFFER, t->error);
	SET(t, CURLOPT_HEADERFUNCTION, take_header);
	SET(t, CURLOPT_HEADERDATA, t);
	SET(t, CURLOPT_WRITEFUNCTION, take_body);
	SET(t, CURLOPT_WRITEDATA, t);
	SET(t, CURLOPT_XFERINFOFUNCTION, watch);
	SET(t, CURLOPT_XFERINFODATA, t);
	SET(t, CURLOPT_NOPROGRESS, 0L);
	SET(t, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	SET(t, CURLOPT_OPENSOCKETDATA, t);
}

static void set_protocol(struct transfer *t)
{
#if LIBCURL_VERSION_NUM >= 0x075500
	SET(t, CURLOPT_PROTOCOLS_STR, "http,https");
#else
	SET(t, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
	SET(t, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	SET(t, CURLOPT_FOLLOWLOCATION, 0L);
	SET(t, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
	SET(t, CURLOPT_PATH_AS_IS, 1L);
	SET(t, CURLOPT_NOSIGNAL, 1L);
	SET(t, CURLOPT_BUFFERSIZE, (long)BUFFER);
	if (t->request.agent)
		SET(t, CURLOPT_USERAGENT, t->request.agent);
	if (t->request.socket)
		SET(t, CURLOPT_UNIX_SOCKET_PATH, t->request.socket);
}

/* A CA of the user's replaces those of the system. */
static void set_tls(struct transfer *t)
{
	const struct request *r = &t->request;

	SET(t, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(t, CURLOPT_SSL_VERIFYPEER, r->is_insecure ? 0L : 1L);
	SET(t, CURLOPT_SSL_VERIFYHOST, r->is_insecure ? 0L : 2L);
	if (r->cert)
		SET(t, CURLOPT_SSLCERT, r->cert);
	if (r->key)
		SET(t, CURLOPT_SSLKEY, r->key);
	if (r->ca) {
		SET(t, CURLOPT_CAINFO, r->ca);
		SET(t, CURLOPT_CAPATH, NULL);
	}
}

/*
 * What is for the first server is not for any that another names, itself
 * included: it would ask for us what that other wants.
 */
static void set_secrets(struct transfer *t)
{
	bool is_sent = !t->was_elsewhere;

	SET(t, CURLOPT_HTTPHEADER, is_sent ? t->headers : NULL);
	SET(t, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
	SET(t, CURLOPT_USERNAME, is_sent ? t->user : NULL);
	SET(t, CURLOPT_PASSWORD, is_sent ? t->password : NULL);
	if (!is_sent) {
		SET(t, CURLOPT_SSLCERT, NULL);
		SET(t, CURLOPT_SSLKEY, NULL);
	}
}

static void set_target(struct transfer *t)
{
	const char *proxy = t->request.socket ? NULL :
			    proxy_find(t->now.scheme, t->now.host, t->now.port);
	char *text = url_part(t->url, CURLUPART_URL, 0);

	if (!text)
		status_fail("out of memory");
	t->is_proxied = proxy != NULL;
	SET(t, CURLOPT_URL, text);
	SET(t, CURLOPT_PROXY, proxy ? proxy : "");
	SET(t, CURLOPT_NOPROXY, "");
	curl_free(text);
}

static void set_times(struct transfer *t)
{
	const struct request *r = &t->request;
	int64_t left = r->total_ms - (now_ms() - t->started_ms);

	if (r->total_ms)
		SET(t, CURLOPT_TIMEOUT_MS, (long)(left > 0 ? left : 1));
	if (r->connect_ms)
		SET(t, CURLOPT_CONNECTTIMEOUT_MS, r->connect_ms);
	t->moved_ms = t->moved_to = 0;
}

static bool is_connected(const struct transfer *t)
{
	curl_off_t when = 0;

	curl_easy_getinfo(t->curl, CURLINFO_PRETRANSFER_TIME_T, &when);
	return when > 0;
}

static _Noreturn void fail_late(const struct transfer *t)
{
	const struct request *r = &t->request;
	long ms = r->total_ms;

	if (is_connected(t))
		status_fail("%s within %.10g s; -timeout=SECONDS gives it more",
			    t->n_body ? "not all of it came" : "no answer",
			    (double)ms / 1000);
	if (r->connect_ms && (!ms || r->connect_ms < ms))
		ms = r->connect_ms;
	status_fail("no connection to %.200s within %.10g s", t->now.host,
		    (double)ms / 1000);
}

/* Nobody listens, or nobody may: the system's reason says which. */
static _Noreturn void fail_unconnected(const struct transfer *t)
{
	const char *why = curl_easy_strerror(CURLE_COULDNT_CONNECT);
	long number = 0;

	if (!curl_easy_getinfo(t->curl, CURLINFO_OS_ERRNO, &number) && number)
		why = strerror((int)number);
	if (t->request.socket)
		status_fail("socket %.400s: %s", t->request.socket, why);
	if (t->is_proxied)
		status_fail("%s: %s", t->error, why);
	status_fail("no connection to %.200s port %.20s: %s", t->now.host,
		    t->now.port, why);
}

/*
 * Whether what answered a greeting of TLS was none: the libraries say that in
 * words of their own, OpenSSL in three, by its age and by what came, and
 * GnuTLS in one.  Behind a proxy it may be the proxy that answered.
 */
static bool speaks_plain(const struct transfer *t, CURLcode code)
{
	static const char *const words[] = {
		"wrong version number", "packet length too long",
		"unknown protocol", "unexpected TLS packet",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strstr(t->error, words[i]))
			return code == CURLE_SSL_CONNECT_ERROR &&
			       !t->is_proxied;
	}
	return false;
}

/* Ends the program unless there is an answer, be it an error. */
static void check_result(const struct transfer *t, CURLcode code)
{
	if (!code || t->response.code > 200)
		return;
	if (t->was_refused)
		fail_private(t);
	if (t->is_stalled)
		status_fail("stalled: nothing came for %.3g s, after %" PRIu64
			    " bytes", (double)t->request.stall_ms / 1000,
			    t->n_body);
	if (code == CURLE_OPERATION_TIMEDOUT)
		fail_late(t);
	if (code == CURLE_COULDNT_CONNECT)
		fail_unconnected(t);
	if (speaks_plain(t, code))
		status_fail("the server does not speak https there; "
			    "http://%.200s:%s?", t->now.host, t->now.port);
	status_fail("%s%s%s", code == CURLE_PARTIAL_FILE ? "cut short: " : "",
		    *t->error ? t->error : curl_easy_strerror(code),
		    code == CURLE_PEER_FAILED_VERIFICATION ?
		    "; -tls_ca=FILE names who may sign, -insecure asks nobody" :
		    "");
}

static void ask(struct transfer *t)
{
	response_clear(&t->response);
	set_target(t);
	set_secrets(t);
	set_times(t);
	check_result(t, curl_easy_perform(t->curl));
}

static void start(struct transfer *t)
{
	struct curl_slist *more;

	t->started_ms = now_ms();
	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		status_fail("libcurl cannot start");
	t->curl = curl_easy_init();
	t->url = curl_url();
	if (!t->curl || !t->url)
		status_fail("out of memory");
	for (size_t i = 0; i < t->request.n_headers; i++) {
		more = curl_slist_append(t->headers, t->request.headers[i]);
		if (!more)
			status_fail("out of memory");
		t->headers = more;
	}
	set_url(t->url, t->request.url, CURLU_PATH_AS_IS);
	take_user(t, true);
	t->first = origin_of(t->url);
	t->now = origin_of(t->url);
	if (!is_fetched(t->now.scheme))
		status_fail("only http and https are fetched");
	set_callbacks(t);
	set_protocol(t);
	set_tls(t);
}

static void finish(struct transfer *t)
{
	origin_free(&t->first);
	origin_free(&t->now);
	curl_free(t->user);
	curl_free(t->password);
	curl_slist_free_all(t->headers);
	curl_url_cleanup(t->url);
	curl_easy_cleanup(t->curl);
	curl_global_cleanup();
	free(t->request.text);
}

/*
 * Of Go's pprof all that is told, as the reference has it; of others the first
 * line, which mostly is the reason.
 */
static _Noreturn void fail_response(const struct transfer *t)
{
	const struct response *r = &t->response;
	bool is_go = r->is_pprof && r->is_plain;
	size_t n = is_go ? r->n_text : response_reason(r);

	if (response_wants_tls(r))
		status_fail("server response: %s - it wants https://%.200s:%s",
			    r->status, t->now.host, t->now.port);
	if (n)
		status_fail("server response: %s - %.*s", r->status, (int)n,
			    r->text);
	status_fail("server response: %s%s", r->status,
		    r->is_html ? " (a web page)" : "");
}

int main(void)
{
	struct transfer t = { .n_redirects = 0 };

	limits_set(&(struct limits){ .seconds = 120, .mib = 1024 });
	/* What was said to others on the wire is nobody's business here. */
	unsetenv("SSLKEYLOGFILE");
	request_read(&t.request);
	start(&t);
	ask(&t);
	while (response_redirects(&t.response)) {
		follow(&t);
		ask(&t);
	}
	if (t.response.code != 200)
		fail_response(&t);
	check_type(&t);
	finish(&t);
	return 0;
}
