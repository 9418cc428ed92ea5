// RUN: c++ -x c++ -fsyntax-only -Wall -Werror libkernels.h && cc -std=gnu11 -Wall -Wextra -Werror %s -o host -L. -lkernels -lother -Wl,-rpath,. -lpthread && ./host
#include "libkernels.h"
#include "libother.h"
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 5, COLUMNS = 6 };

static void check(const char *what, bool good) { printf("%s: %s\n", what, good ? "fine" : "WRONG"); }

static void relax_in_c(double u[ROWS][COLUMNS]) {
  double old[ROWS][COLUMNS];
  memcpy(old, u, sizeof old);
  for (int i = 1; i < ROWS - 1; i++)
    for (int j = 1; j < COLUMNS - 1; j++)
      u[i][j] = 0.25 * (((old[i - 1][j] + old[i + 1][j]) + old[i][j - 1]) + old[i][j + 1]);
}

static void stencil(void) {
  double ours[ROWS][COLUMNS], theirs[ROWS][COLUMNS], change = -1.0;
  for (int i = 0; i < ROWS * COLUMNS; i++) ours[0][i] = theirs[0][i] = i * i % 7;
  int64_t shape[] = {ROWS, COLUMNS};
  phylanx_array u = phylanx_row_major(ours, PHYLANX_FLOAT64, 2, shape);
  check("relax", relax(&u, 2, &change) == 0);
  relax_in_c(theirs);
  relax_in_c(theirs);
  check("the caller's array", memcmp(ours, theirs, sizeof ours) == 0);
  printf("change %.6f\n", change);
}

static void strided(void) {
  double line[10];
  for (int i = 0; i < 10; i++) line[i] = i;
  int64_t shape[] = {3};
  phylanx_array backwards = phylanx_row_major(&line[9], PHYLANX_FLOAT64, 1, shape);
  backwards.strides[0] = -3 * (int64_t)sizeof(double);
  double mean, value;
  int64_t place;
  phylanx_array sorted;
  check("stats", stats(&backwards, &mean, &sorted, &place) == 0);
  const double *data = sorted.data;
  printf("mean %g, sorted %g %g %g, argmax %lld\n", mean, data[0], data[1], data[2], (long long)place);
  phylanx_array_free(&sorted);
  check("freed", sorted.data == NULL);
  check("pick", pick(&backwards, 1, &value) == 0 && value == 6.0);
}

static void errors(void) {
  double line[3] = {1.0, 2.0, 3.0}, value = 7.0;
  int64_t shape[] = {3};
  phylanx_array array = phylanx_row_major(line, PHYLANX_FLOAT64, 1, shape);
  check("no error yet", strcmp(phylanx_last_error(), "") == 0);
  int code = pick(&array, 3, &value);
  printf("%d: %s\n", code, phylanx_last_error());
  check("the result is as before", value == 7.0);
  code = refuse(4);
  printf("%d: %s\n", code, phylanx_last_error());
  phylanx_array result;
  double sum;
  check("a second library", halves(&array, &result, &sum) == 0 && sum == 6.0);
  check("its result", ((double *)result.data)[2] == 1.5);
  phylanx_array_free(&result);
  phylanx_array_free(&result);
}

static void *work(void *given) {
  double *line = given, *ok = malloc(sizeof *ok);
  int64_t shape[] = {64};
  phylanx_array array = phylanx_row_major(line, PHYLANX_FLOAT64, 1, shape);
  *ok = 1.0;
  for (int n = 0; n < 100; n++) {
    double value;
    if (shift(&array, &array) != 0 || pick(&array, 64, &value) != 1) *ok = 0.0;
    if (strstr(phylanx_last_error(), "IndexError: index 64 ") == NULL) *ok = 0.0;
  }
  return ok;
}

static void threads(void) {
  pthread_t running[2];
  double lines[2][64] = {{0.0}, {0.0}};
  bool good = true;
  for (int t = 0; t < 2; t++) pthread_create(&running[t], NULL, work, lines[t]);
  for (int t = 0; t < 2; t++) {
    void *ok;
    pthread_join(running[t], &ok);
    good = good && *(double *)ok == 1.0 && lines[t][0] == 100.0 && lines[t][63] == 100.0;
    free(ok);
  }
  check("two threads", good);
}

static bool add_large(void) {
  enum { LARGE = 1 << 20 };
  double *line = malloc(LARGE * sizeof *line);
  for (int i = 0; i < LARGE; i++) line[i] = i;
  int64_t shape[] = {LARGE};
  phylanx_array array = phylanx_row_major(line, PHYLANX_FLOAT64, 1, shape), sum;
  bool good = add(&array, &array, &sum) == 0 && ((double *)sum.data)[LARGE - 1] == 2.0 * (LARGE - 1);
  phylanx_array_free(&sum);
  free(line);
  return good;
}

static void after_fork(void) {
  check("a large sum", add_large());
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    alarm(20);
    _exit(add_large() ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  check("a large sum after fork", WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void) {
  stencil();
  strided();
  errors();
  threads();
  after_fork();
  return 0;
}
// EXPECT exit 0
// | relax: fine
// | the caller's array: fine
// | change 1.250000
// | stats: fine
// | mean 6, sorted 3 6 9, argmax 0
// | freed: fine
// | pick: fine
// | no error yet: fine
// | 1: IndexError: index 3 is out of bounds for axis 0 with size 3 (kernels.py, line 46)
// | the result is as before: fine
// | 1: ValueError: no 4 here (other.py, line 13)
// | a second library: fine
// | its result: fine
// | two threads: fine
// | a large sum: fine
// | a large sum after fork: fine
