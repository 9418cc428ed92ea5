#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef PHYLANX_ARRAY
#define PHYLANX_ARRAY

/* Every function returns 0, or 1 after an error. Then its results are not written, and phylanx_last_error()
 * has the text of Python's exception with its place, such as "IndexError: index 9 is out of bounds for axis 0 with size 3
 * (f.py, line 7)". The text is this thread's and stays until its next error.
 *
 * Scalars are passed by value. Arrays are passed by reference: they stay in the caller's memory, without copies, and what the function
 * writes is written there. Results go to the addresses that are passed after the parameters, one for each value; NULL for one
 * that is not wanted. A result named x_present tells whether x is a value at all (false is Python's None).
 *
 * Functions may be called from any thread; calls are made one after the other. The first call runs the top level of the module,
 * with __name__ being the module's name.
 */

enum {
  PHYLANX_BOOL = 0, /* one byte, 0 or 1 */
  PHYLANX_INT8,
  PHYLANX_INT16,
  PHYLANX_INT32,
  PHYLANX_INT64,
  PHYLANX_UINT8,
  PHYLANX_UINT16,
  PHYLANX_UINT32,
  PHYLANX_UINT64,
  PHYLANX_FLOAT32,
  PHYLANX_FLOAT64
};

#define PHYLANX_MAX_RANK 8

/* An argument describes memory of the caller, in any order: release and owner are NULL. It must be writable if the
 * function writes to it. A result has memory of its own, in row-major order and shared with nothing else;
 * phylanx_array_free(&array) frees it. */
typedef struct phylanx_array {
  void *data;                        /* address of the element with all indices 0 */
  int32_t dtype;                     /* PHYLANX_FLOAT64, ... */
  int32_t rank;                      /* number of dimensions */
  int64_t shape[PHYLANX_MAX_RANK];   /* extents */
  int64_t strides[PHYLANX_MAX_RANK]; /* in bytes, as NumPy's; negative and 0 are fine */
  void *owner;                       /* for phylanx_array_free */
  void (*release)(struct phylanx_array *);
} phylanx_array;

/* "" when there was no error on this thread. */
const char *phylanx_last_error(void);

/* Frees a result; does nothing for arrays of the caller and for those that are freed. Any thread may do it. */
void phylanx_array_free(phylanx_array *array);

/* An argument whose elements lie in row-major order. */
static inline phylanx_array phylanx_row_major(void *data, int32_t dtype, int32_t rank, const int64_t *shape) {
  static const int64_t sizes[] = {1, 1, 2, 4, 8, 1, 2, 4, 8, 4, 8};
  phylanx_array array = {0};
  int64_t step = sizes[dtype];
  array.data = data;
  array.dtype = dtype;
  array.rank = rank;
  for (int32_t axis = rank - 1; axis >= 0; axis--) {
    array.shape[axis] = shape[axis];
    array.strides[axis] = step;
    step *= shape[axis];
  }
  return array;
}

#endif
