// Hands the descriptions of spawned tasks to the test.
#include <stdint.h>
typedef struct { uint32_t tag, aux; uint64_t bits; } Value;
static const void *tasks[4096];
static int64_t count;
void phx_spawn(const void *task, const Value *inputs, Value *out) { tasks[count++] = task; out->bits = 0; }
void phx_op_global_get(const void *site, const Value *args, uint32_t n, Value *results) { results[0].bits = 0; }
const void *test_task(int64_t at) { return at < count ? tasks[at] : 0; }
