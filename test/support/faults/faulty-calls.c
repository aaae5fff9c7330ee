/*
 * Stands between Node and the C library (LD_PRELOAD) and makes single calls fail, stop short, take long or end the process.
 *
 * FAULTS      rules, parted by ';': op|path|which|action
 *             op      open (for writing), write, fdatasync, fsync, ftruncate, rename, unlink, mkdir, or any
 *             path    a piece of the path of the calls that count
 *             which   n (only the nth), n+ (from the nth on), n-m
 *             action  an error's name, SHORT (half of the bytes), KILL (before it), HALF (half of the bytes, then killed),
 *                     AFTER (killed after it), DELAY<ms>, NONE, STEP (says so before it, and after half of the bytes, and
 *                     waits for a byte on descriptor 3: whoever gives it sees what a kill at this moment would leave)
 * FAULTS_LOG  gets a line for each call that a rule counts, once it is over: op, its outcome, the action or -, path
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

struct rule { char op[16], path[256], action[16]; int from, to, count; };
static struct rule rules[8];
static int rule_count, log_fd = -1;

static const struct { const char *name; int code; } errors[] = {
  {"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EACCES", EACCES}, {"EPERM", EPERM}, {"EBUSY", EBUSY}, {"EROFS", EROFS}};

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULTS"), *log = getenv("FAULTS_LOG");
  if (log) log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  while (text && *text && rule_count < 8) {
    struct rule *rule = &rules[rule_count];
    char which[32];
    if (sscanf(text, "%15[^|]|%255[^|]|%31[^|]|%15[^;]", rule->op, rule->path, which, rule->action) != 4) abort();
    rule->from = rule->to = atoi(which);
    if (strchr(which, '+')) rule->to = 1 << 30;
    if (strchr(which, '-')) rule->to = atoi(strchr(which, '-') + 1);
    rule_count++;
    text = strchr(text, ';');
    if (text) text++;
  }
}

static void note(const char *op, const char *outcome, const char *action, const char *path) {
  char line[1200];
  int length = snprintf(line, sizeof line, "%s %s %s %s\n", op, outcome, action, path);
  if (log_fd >= 0) syscall(SYS_write, log_fd, line, length);
}

/* The action for this call: "-" where it is only counted, NULL where no rule is about it. */
static const char *decide(const char *op, const char *path, const char *other) {
  const char *action = NULL;
  for (int i = 0; i < rule_count; i++) {
    struct rule *rule = &rules[i];
    if (strcmp(rule->op, op) && strcmp(rule->op, "any")) continue;
    if (!strstr(path, rule->path) && !(other && strstr(other, rule->path))) continue;
    int count = __sync_add_and_fetch(&rule->count, 1);
    int is_meant = count >= rule->from && count <= rule->to && strcmp(rule->action, "NONE");
    if (is_meant && strcmp(rule->action, "STEP")) action = rule->action;
    else if (!action || (is_meant && !strcmp(action, "-"))) action = is_meant ? rule->action : "-"; /* STEP gives way */
  }
  return action;
}

static void die(const char *op, const char *action, const char *path) {
  note(op, "killed", action, path);
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static void step(const char *op, const char *path) {
  char line[1200], go;
  int length = snprintf(line, sizeof line, "STEP %s %s\n", op, path);
  syscall(SYS_write, 1, line, length); /* among what the child says, in its order */
  while (read(3, &go, 1) < 0 && errno == EINTR);
}

/* What comes before the call: 0 lets it happen, else the error it ends with. */
static int before(const char *op, const char *action, const char *path) {
  if (!action) return 0;
  if (!strcmp(action, "KILL")) die(op, action, path);
  if (!strcmp(action, "STEP")) step(op, path);
  if (!strncmp(action, "DELAY", 5)) {
    long ms = atol(action + 5);
    struct timespec pause = {ms / 1000, (ms % 1000) * 1000000};
    nanosleep(&pause, NULL);
  }
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (!strcmp(errors[i].name, action)) {
      note(op, action, action, path);
      return errors[i].code;
    }
  return 0;
}

static void after(const char *op, const char *action, const char *path, int failed) {
  if (!action) return;
  int code = errno;
  if (!failed && !strcmp(action, "AFTER")) die(op, action, path);
  note(op, failed ? strerrorname_np(code) : "ok", action, path);
  errno = code;
}

static const char *path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  path[length < 0 ? 0 : length] = 0;
  return path;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define PASS(op, path, other, call) \
  const char *action = decide(op, path, other); \
  int code = before(op, action, path); \
  if (code) { errno = code; return -1; } \
  __typeof__(call) done = call; \
  after(op, action, path, done < 0); \
  return done
#define ON_FD(op, call) char path[1024]; path_of(fd, path, sizeof path); PASS(op, path, NULL, call)

static ssize_t put(int fd, const void *bytes, size_t count, off64_t at, int is_at) {
  ssize_t (*plain)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  ssize_t (*placed)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  char path[1024];
  path_of(fd, path, sizeof path);
  const char *action = decide("write", path, NULL);
  int code = before("write", action, path);
  if (code) { errno = code; return -1; }
  if (action && !strcmp(action, "STEP") && is_at && count > 1) {
    ssize_t first = placed(fd, bytes, count / 2, at);
    step("half", path);
    ssize_t rest = first < 0 ? first : placed(fd, (const char *)bytes + first, count - first, at + first);
    after("write", action, path, rest < 0);
    return rest < 0 ? rest : first + rest;
  }
  int is_half = action && (!strcmp(action, "SHORT") || !strcmp(action, "HALF"));
  size_t given = is_half ? (count + 1) / 2 : count;
  ssize_t done = is_at ? placed(fd, bytes, given, at) : plain(fd, bytes, given);
  if (action && !strcmp(action, "HALF")) die("write", action, path);
  after("write", action, path, done < 0);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t count) { return put(fd, bytes, count, 0, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return put(fd, bytes, count, at, 1); }
int fdatasync(int fd) { REAL(fdatasync); ON_FD("fdatasync", real(fd)); }
int fsync(int fd) { REAL(fsync); ON_FD("fsync", real(fd)); }
int ftruncate64(int fd, off64_t length) { REAL(ftruncate64); ON_FD("ftruncate", real(fd, length)); }
int rename(const char *from, const char *to) { REAL(rename); PASS("rename", to, from, real(from, to)); }
int unlink(const char *path) { REAL(unlink); PASS("unlink", path, NULL, real(path)); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); PASS("mkdir", path, NULL, real(path, mode)); }

static int open_path(const char *path, int flags, mode_t mode) {
  static int (*real)(const char *, int, ...);
  if (!real) real = dlsym(RTLD_NEXT, "open64");
  if ((flags & O_ACCMODE) == O_RDONLY) return real(path, flags, mode);
  PASS("open", path, NULL, real(path, flags, mode));
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_path(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_path(path, flags | O_LARGEFILE, mode);
}
