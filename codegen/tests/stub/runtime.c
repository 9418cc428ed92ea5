// A runtime just big enough for the tests of host code: strings, printing, one kind of array, exceptions.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Site Site;
struct Site { const char *file; uint32_t line, column, end_line, end_column; const char *function; const Site *caller; };
typedef struct { uint32_t tag, aux; uint64_t bits; } Value;
typedef struct { char *data; uint32_t dtype, rank; int64_t shape[8], strides[8]; } Head;
typedef struct { char *allocated, *aligned; int64_t offset, rest[16]; } Descriptor;
typedef struct { uint32_t dtype, rank; } Operand;
typedef struct {
  void (*kernel)(const Descriptor *const *, const int64_t *, const int64_t *);
  const char *name;
  Site site;
  uint32_t rank, input_count;
  const Operand *inputs;
  Operand output;
  uint32_t fold, reduced, keepdims, layout, flops;
} Task;

static int handles;

static char *text(uint64_t bits) { return (char *)bits; }

static uint64_t keep(const char *from, size_t length) {
  char *to = malloc(length + 1);
  memcpy(to, from, length);
  to[length] = 0;
  handles++;
  return (uint64_t)to;
}

void phx_op_text(const Site *site, const Value *args, uint32_t count, Value *results) {
  results[0].bits = keep(text(args[0].bits), args[0].aux);
}

void phx_op_print(const Site *site, const Value *args, uint32_t count, Value *results) {
  fputs(text(args[0].bits), args[1].bits ? stderr : stdout);
}

void phx_op_to_str(const Site *site, const Value *args, uint32_t count, Value *results) {
  char buffer[64];
  float narrow;
  double wide;
  switch (args[0].tag) {
    case 1: strcpy(buffer, args[0].bits ? "True" : "False"); break;
    case 2: case 4: snprintf(buffer, 64, "%ld", (long)args[0].bits); break;
    case 3: memcpy(&wide, &args[0].bits, 8); snprintf(buffer, 64, "%.17g", wide); break;
    case 5: memcpy(&narrow, &args[0].bits, 4); snprintf(buffer, 64, "%.9g", narrow); break;
    default: abort();
  }
  results[0].bits = keep(buffer, strlen(buffer));
}

void phx_op_str_concat(const Site *site, const Value *args, uint32_t count, Value *results) {
  char buffer[512] = "";
  for (uint32_t at = 0; at < count; at++) strcat(buffer, text(args[at].bits));
  results[0].bits = keep(buffer, strlen(buffer));
}

// Shows what came, so that tests can read the convention.
void phx_op_loadtxt(const Site *site, const Value *args, uint32_t count, Value *results) {
  printf("%s:%u:%u loadtxt", site->file, site->line, site->column);
  for (uint32_t at = 0; at < count; at++) {
    printf(" %u/%u", args[at].tag, args[at].aux);
    if (args[at].tag == 8) for (uint32_t i = 0; i < args[at].aux; i++) printf(":%ld", (long)((int64_t *)args[at].bits)[i]);
    else if (args[at].tag == 9 || args[at].tag == 6) printf(":%s", text(args[at].bits));
    else printf(":%ld", (long)args[at].bits);
  }
  printf("\n");
  results[0].bits = 0;
}

void phx_op_bincount(const Site *site, const Value *args, uint32_t count, Value *results) {
  for (uint32_t at = 0; at < count; at++) printf("%u ", args[at].tag);
  printf("\n");
  results[0].bits = 0;
}

// `full` makes an array of rank 1 or 2; a `bits` of the operand that holds the value.
void phx_op_full(const Site *site, const Value *args, uint32_t count, Value *results) {
  Head *head = calloc(1, sizeof(Head));
  head->dtype = args[count - 2].bits;
  head->rank = args[count - 1].bits;
  int64_t total = 1;
  for (int at = (int)head->rank - 1; at >= 0; at--) {
    head->shape[at] = args[1 + at].bits;
    head->strides[at] = total;
    total *= head->shape[at];
  }
  head->data = calloc(total, 8);
  for (int64_t at = 0; at < total; at++) memcpy(head->data + 8 * at, &args[0].bits, 8);
  results[0].bits = (uint64_t)head;
  handles++;
}

void phx_op_new(const Site *site, const Value *args, uint32_t count, Value *results) {
  results[0].bits = args[0].bits;
  handles++;
}

void phx_op_read(const Site *site, const Value *args, uint32_t count, Value *results) {
  results[0].bits = args[0].bits;
  handles++;
}

void phx_op_dim(const Site *site, const Value *args, uint32_t count, Value *results) {
  results[0].bits = ((Head *)args[0].bits)->shape[args[1].bits];
}

static int acquired;
void phx_acquire(const Site *site, uint64_t handle) { acquired++; }
int64_t phx_test_acquired(void) { return acquired; }

void phx_retain(uint32_t tag, uint64_t bits) { handles++; }
void phx_release(uint32_t tag, uint64_t bits) { handles--; }
void phx_add_frame(const Site *site) {}

static void describe(Descriptor *to, const Head *head) {
  memset(to, 0, sizeof *to);
  to->allocated = to->aligned = head->data;
  for (uint32_t at = 0; at < head->rank; at++) {
    to->rest[at] = head->shape[at];
    to->rest[head->rank + at] = head->strides[at];
  }
}

static void run(const Task *task, const Value *inputs, Head *out) {
  Descriptor descriptors[8];
  const Descriptor *args[8];
  int64_t low[8] = {0}, high[8];
  for (uint32_t at = 0; at < task->input_count; at++) {
    describe(&descriptors[at], (Head *)inputs[at].bits);
    args[at] = &descriptors[at];
  }
  describe(&descriptors[task->input_count], out);
  args[task->input_count] = &descriptors[task->input_count];
  for (uint32_t at = 0; at < task->rank; at++) high[at] = ((Head *)inputs[0].bits)->shape[at];
  task->kernel(args, low, high);
}

void phx_spawn(const Task *task, const Value *inputs, Value *out) {
  printf("spawn %s at %s:%u rank %u inputs %u fold %u reduced %u layout %u\n", task->name, task->site.file,
         task->site.line, task->rank, task->input_count, task->fold, task->reduced, task->layout);
  Head *head = malloc(sizeof(Head));
  *head = *(Head *)inputs[0].bits;
  head->dtype = task->output.dtype;
  head->rank = task->output.rank;
  head->data = calloc(4096, 8);
  run(task, inputs, head);
  out->bits = (uint64_t)head;
  handles++;
}

void phx_spawn_into(const Task *task, const Value *target, const Value *inputs) {
  run(task, inputs, (Head *)target->bits);
}

static void end(const Site *site, const char *kind, const char *message) {
  fflush(stdout);
  fprintf(stderr, "%s:%u: %s: %s\n", site->file, site->line, kind, message);
  exit(1);
}

void phx_raise(const Site *site, const char *kind, const char *message) { end(site, kind, message); }

void phx_raise_index(const Site *site, int64_t index, int64_t axis, int64_t size) {
  char message[128];
  snprintf(message, 128, "index %ld is out of bounds for axis %ld with size %ld", (long)index, (long)axis, (long)size);
  end(site, "IndexError", message);
}

void phx_raise_float_to_int(const Site *site, double x) { end(site, "ValueError", "float to int"); }

void phx_math_check(const Site *site, double x, double y, double result, int32_t overflows) {
  end(site, overflows ? "OverflowError" : "ValueError", overflows ? "math range error" : "math domain error");
}

void phylanx_program_main(void);

int main(void) {
  phylanx_program_main();
  fflush(stdout);
  fprintf(stderr, "handles %d acquired %d\n", handles, acquired);
  return 0;
}
