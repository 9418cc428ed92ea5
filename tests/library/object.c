// RUN: phylanxc build other.py --sig 'halves(float64[:])' --emit=obj -o other.o && cc -Wall -Werror -include other.h %s other.o $RUNTIME -lm -lpthread -ldl -o object && ./object
#include <stdio.h>

int main(void) {
  double line[2] = {3.0, 5.0}, sum;
  int64_t shape[] = {2};
  phylanx_array array = phylanx_row_major(line, PHYLANX_FLOAT64, 1, shape), half;
  if (halves(&array, &half, &sum) != 0) return 1;
  printf("%g %g, sum %g\n", ((double *)half.data)[0], ((double *)half.data)[1], sum);
  phylanx_array_free(&half);
  return 0;
}
// EXPECT exit 0
// | 1.5 2.5, sum 8
