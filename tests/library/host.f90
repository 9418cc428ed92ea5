! RUN: gfortran -Wall -Werror -Wno-unused-parameter %s -o fortran -L. -lkernels -Wl,-rpath,. && ./fortran
module phylanx
  use iso_c_binding
  implicit none

  type, bind(c) :: phylanx_array
    type(c_ptr) :: data = c_null_ptr
    integer(c_int32_t) :: dtype = 10
    integer(c_int32_t) :: rank = 0
    integer(c_int64_t) :: shape(8) = 0
    integer(c_int64_t) :: strides(8) = 0
    type(c_ptr) :: owner = c_null_ptr
    type(c_funptr) :: release = c_null_funptr
  end type

  interface
    integer(c_int) function relax(u, steps, change) bind(c)
      import
      type(phylanx_array), intent(in) :: u
      integer(c_int64_t), value :: steps
      real(c_double) :: change
    end function
    integer(c_int) function whole(a, result) bind(c)
      import
      type(phylanx_array), intent(in) :: a
      type(phylanx_array) :: result
    end function
    integer(c_int) function pick(x, i, value) bind(c)
      import
      type(phylanx_array), intent(in) :: x
      integer(c_int64_t), value :: i
      real(c_double) :: value
    end function
    subroutine phylanx_array_free(array) bind(c)
      import
      type(phylanx_array) :: array
    end subroutine
    type(c_ptr) function phylanx_last_error() bind(c)
      import
    end function
  end interface

contains

  ! A Fortran array in its own order: the first stride is the smallest.
  type(phylanx_array) function columns(a) result(array)
    real(c_double), target, contiguous, intent(in) :: a(:, :)
    array%data = c_loc(a)
    array%rank = 2
    array%shape(1:2) = shape(a)
    array%strides(1:2) = [8, 8 * size(a, 1)]
  end function
end module

program host
  use phylanx
  implicit none
  real(c_double), target :: u(4, 5), old(4, 5)
  real(c_double), pointer :: turned(:, :)
  real(c_double) :: change, value
  character(kind=c_char), pointer :: text(:)
  type(phylanx_array) :: array, result
  integer :: i, code

  u = reshape([(real(mod(i * i, 7), c_double), i = 0, 19)], [4, 5])
  old = u
  old(2:3, 2:4) = 0.25d0 * (u(1:2, 2:4) + u(3:4, 2:4) + u(2:3, 1:3) + u(2:3, 3:5))
  array = columns(u)
  code = relax(array, 1_c_int64_t, change)
  print '(a,i2,l2,f8.4)', 'relax', code, all(u == old), change

  code = whole(array, result)
  call c_f_pointer(result%data, turned, [4, 5])
  print '(a,i2,l2)', 'whole', code, all(turned == u)
  call phylanx_array_free(result)

  array%rank = 1
  code = pick(array, 4_c_int64_t, value)
  call c_f_pointer(phylanx_last_error(), text, [54])
  print '(a,i2,1x,54a)', 'pick', code, text
end program
! EXPECT exit 0
! | relax 0 T  2.0000
! | whole 0 T
! | pick 1 IndexError: index 4 is out of bounds for axis 0 with s
