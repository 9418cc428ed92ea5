// RUN: physl-tile
// ===== a map loops over its box; strides of one are a version of their own
func.func private @t(%a: tensor<?x?xf64>, %b: tensor<?xf64>, %s: tensor<f64>) -> tensor<?x?xf64> attributes {physl.task, physl.fold = "map", physl.axes = array<i64>, physl.keepdims = false, physl.flops = 2 : i64} {
  %two = arith.constant 2.0 : f64
  %t = "physl.from_scalar"(%two) : (f64) -> tensor<f64>
  %0 = "physl.mul"(%a, %b) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
  %1 = "physl.add"(%0, %s) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
  %2 = "physl.pow"(%1, %t) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
  return %2 : tensor<?x?xf64>
}
// ----- becomes
module {
  func.func private @t(%arg0: memref<?x?xf64, strided<[?, ?], offset: ?>>, %arg1: memref<?xf64, strided<[?], offset: ?>>, %arg2: memref<f64, strided<[], offset: ?>>, %arg3: memref<?x?xf64, strided<[?, ?], offset: ?>>, %arg4: index, %arg5: index, %arg6: index, %arg7: index) attributes {physl.axes = array<i64>, physl.flops = 2 : i64, physl.fold = "map", physl.keepdims = false, physl.operands = array<i64: 10, 2, 10, 1, 10, 0, 10, 2>, physl.rank = 2 : i64, physl.steps = array<i64: 2, 0, 1, 2, 3, 2>, physl.task} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %base_buffer, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %arg0 : memref<?x?xf64, strided<[?, ?], offset: ?>> -> memref<f64>, index, index, index, index, index
    %base_buffer_0, %offset_1, %sizes_2, %strides_3 = memref.extract_strided_metadata %arg1 : memref<?xf64, strided<[?], offset: ?>> -> memref<f64>, index, index, index
    %base_buffer_4, %offset_5, %sizes_6:2, %strides_7:2 = memref.extract_strided_metadata %arg3 : memref<?x?xf64, strided<[?, ?], offset: ?>> -> memref<f64>, index, index, index, index, index
    %0 = arith.cmpi eq, %strides#1, %c1 : index
    %1 = arith.cmpi eq, %strides_3, %c1 : index
    %2 = arith.andi %0, %1 : i1
    %3 = arith.cmpi eq, %strides_7#1, %c1 : index
    %4 = arith.andi %2, %3 : i1
    scf.if %4 {
      %reinterpret_cast = memref.reinterpret_cast %base_buffer to offset: [%offset], sizes: [%sizes#0, %sizes#1], strides: [%strides#0, 1] : memref<f64> to memref<?x?xf64, strided<[?, 1], offset: ?>>
      %reinterpret_cast_8 = memref.reinterpret_cast %base_buffer_0 to offset: [%offset_1], sizes: [%sizes_2], strides: [1] : memref<f64> to memref<?xf64, strided<[1], offset: ?>>
      %reinterpret_cast_9 = memref.reinterpret_cast %base_buffer_4 to offset: [%offset_5], sizes: [%sizes_6#0, %sizes_6#1], strides: [%strides_7#0, 1] : memref<f64> to memref<?x?xf64, strided<[?, 1], offset: ?>>
      %5 = memref.load %arg2[] : memref<f64, strided<[], offset: ?>>
      scf.for %arg8 = %arg4 to %arg5 step %c1 {
        scf.for %arg9 = %arg6 to %arg7 step %c1 {
          %6 = memref.load %reinterpret_cast[%arg8, %arg9] : memref<?x?xf64, strided<[?, 1], offset: ?>>
          %7 = memref.load %reinterpret_cast_8[%arg9] : memref<?xf64, strided<[1], offset: ?>>
          %cst = arith.constant 2.000000e+00 : f64
          %8 = arith.mulf %6, %7 : f64
          %9 = arith.addf %8, %5 : f64
          %10 = arith.mulf %9, %9 : f64
          memref.store %10, %reinterpret_cast_9[%arg8, %arg9] : memref<?x?xf64, strided<[?, 1], offset: ?>>
        }
      }
    } else {
      func.call @t.strided(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5, %arg6, %arg7) : (memref<?x?xf64, strided<[?, ?], offset: ?>>, memref<?xf64, strided<[?], offset: ?>>, memref<f64, strided<[], offset: ?>>, memref<?x?xf64, strided<[?, ?], offset: ?>>, index, index, index, index) -> ()
    }
    return
  }
  func.func private @t.strided(%arg0: memref<?x?xf64, strided<[?, ?], offset: ?>>, %arg1: memref<?xf64, strided<[?], offset: ?>>, %arg2: memref<f64, strided<[], offset: ?>>, %arg3: memref<?x?xf64, strided<[?, ?], offset: ?>>, %arg4: index, %arg5: index, %arg6: index, %arg7: index) attributes {physl.strided} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = memref.load %arg2[] : memref<f64, strided<[], offset: ?>>
    scf.for %arg8 = %arg4 to %arg5 step %c1 {
      scf.for %arg9 = %arg6 to %arg7 step %c1 {
        %1 = memref.load %arg0[%arg8, %arg9] : memref<?x?xf64, strided<[?, ?], offset: ?>>
        %2 = memref.load %arg1[%arg9] : memref<?xf64, strided<[?], offset: ?>>
        %cst = arith.constant 2.000000e+00 : f64
        %3 = arith.mulf %1, %2 : f64
        %4 = arith.addf %3, %0 : f64
        %5 = arith.mulf %4, %4 : f64
        memref.store %5, %arg3[%arg8, %arg9] : memref<?x?xf64, strided<[?, ?], offset: ?>>
      }
    }
    return
  }
}

// ===== bool is a byte in memory, a comparison gives one
func.func private @t(%a: tensor<?xi1>, %b: tensor<?xui8>) -> tensor<?xi1> attributes {physl.task, physl.fold = "map", physl.axes = array<i64>, physl.keepdims = false, physl.flops = 2 : i64} {
  %0 = "physl.lt"(%b, %b) : (tensor<?xui8>, tensor<?xui8>) -> tensor<?xi1>
  %1 = "physl.and"(%a, %0) : (tensor<?xi1>, tensor<?xi1>) -> tensor<?xi1>
  return %1 : tensor<?xi1>
}
// ----- becomes
module {
  func.func private @t(%arg0: memref<?xi8, strided<[?], offset: ?>>, %arg1: memref<?xi8, strided<[?], offset: ?>>, %arg2: memref<?xi8, strided<[?], offset: ?>>, %arg3: index, %arg4: index) attributes {physl.axes = array<i64>, physl.flops = 2 : i64, physl.fold = "map", physl.keepdims = false, physl.operands = array<i64: 0, 1, 5, 1, 0, 1>, physl.rank = 1 : i64, physl.steps = array<i64: 2, 1, 1, 2, 0, 2>, physl.task} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %base_buffer, %offset, %sizes, %strides = memref.extract_strided_metadata %arg0 : memref<?xi8, strided<[?], offset: ?>> -> memref<i8>, index, index, index
    %base_buffer_0, %offset_1, %sizes_2, %strides_3 = memref.extract_strided_metadata %arg1 : memref<?xi8, strided<[?], offset: ?>> -> memref<i8>, index, index, index
    %base_buffer_4, %offset_5, %sizes_6, %strides_7 = memref.extract_strided_metadata %arg2 : memref<?xi8, strided<[?], offset: ?>> -> memref<i8>, index, index, index
    %0 = arith.cmpi eq, %strides, %c1 : index
    %1 = arith.cmpi eq, %strides_3, %c1 : index
    %2 = arith.andi %0, %1 : i1
    %3 = arith.cmpi eq, %strides_7, %c1 : index
    %4 = arith.andi %2, %3 : i1
    scf.if %4 {
      %reinterpret_cast = memref.reinterpret_cast %base_buffer to offset: [%offset], sizes: [%sizes], strides: [1] : memref<i8> to memref<?xi8, strided<[1], offset: ?>>
      %reinterpret_cast_8 = memref.reinterpret_cast %base_buffer_0 to offset: [%offset_1], sizes: [%sizes_2], strides: [1] : memref<i8> to memref<?xi8, strided<[1], offset: ?>>
      %reinterpret_cast_9 = memref.reinterpret_cast %base_buffer_4 to offset: [%offset_5], sizes: [%sizes_6], strides: [1] : memref<i8> to memref<?xi8, strided<[1], offset: ?>>
      scf.for %arg5 = %arg3 to %arg4 step %c1 {
        %5 = memref.load %reinterpret_cast[%arg5] : memref<?xi8, strided<[1], offset: ?>>
        %c0_i8 = arith.constant 0 : i8
        %6 = arith.cmpi ne, %5, %c0_i8 : i8
        %7 = memref.load %reinterpret_cast_8[%arg5] : memref<?xi8, strided<[1], offset: ?>>
        %8 = arith.cmpi ult, %7, %7 : i8
        %9 = arith.andi %6, %8 : i1
        %10 = arith.extui %9 : i1 to i8
        memref.store %10, %reinterpret_cast_9[%arg5] : memref<?xi8, strided<[1], offset: ?>>
      }
    } else {
      func.call @t.strided(%arg0, %arg1, %arg2, %arg3, %arg4) : (memref<?xi8, strided<[?], offset: ?>>, memref<?xi8, strided<[?], offset: ?>>, memref<?xi8, strided<[?], offset: ?>>, index, index) -> ()
    }
    return
  }
  func.func private @t.strided(%arg0: memref<?xi8, strided<[?], offset: ?>>, %arg1: memref<?xi8, strided<[?], offset: ?>>, %arg2: memref<?xi8, strided<[?], offset: ?>>, %arg3: index, %arg4: index) attributes {physl.strided} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    scf.for %arg5 = %arg3 to %arg4 step %c1 {
      %0 = memref.load %arg0[%arg5] : memref<?xi8, strided<[?], offset: ?>>
      %c0_i8 = arith.constant 0 : i8
      %1 = arith.cmpi ne, %0, %c0_i8 : i8
      %2 = memref.load %arg1[%arg5] : memref<?xi8, strided<[?], offset: ?>>
      %3 = arith.cmpi ult, %2, %2 : i8
      %4 = arith.andi %1, %3 : i1
      %5 = arith.extui %4 : i1 to i8
      memref.store %5, %arg2[%arg5] : memref<?xi8, strided<[?], offset: ?>>
    }
    return
  }
}

// ===== a fold of rows combines into memory, unit columns repeat at index 0
func.func private @t(%a: tensor<?x?xi64>, %b: tensor<?x1xi64>) -> tensor<1x?xi64> attributes {physl.task, physl.fold = "max", physl.axes = array<i64: 0>, physl.keepdims = true, physl.flops = 2 : i64} {
  %0 = "physl.mul"(%a, %b) : (tensor<?x?xi64>, tensor<?x1xi64>) -> tensor<?x?xi64>
  %1 = "physl.max"(%0) {axes = array<i64: 0>, keepdims = true} : (tensor<?x?xi64>) -> tensor<1x?xi64>
  return %1 : tensor<1x?xi64>
}
// ----- becomes
module {
  func.func private @t(%arg0: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg1: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg2: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg3: index, %arg4: index, %arg5: index, %arg6: index) attributes {physl.axes = array<i64: 0>, physl.flops = 2 : i64, physl.fold = "max", physl.keepdims = true, physl.operands = array<i64: 4, 2, 4, 2, 4, 2>, physl.rank = 2 : i64, physl.task} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %base_buffer, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %arg0 : memref<?x?xi64, strided<[?, ?], offset: ?>> -> memref<i64>, index, index, index, index, index
    %base_buffer_0, %offset_1, %sizes_2:2, %strides_3:2 = memref.extract_strided_metadata %arg2 : memref<?x?xi64, strided<[?, ?], offset: ?>> -> memref<i64>, index, index, index, index, index
    %0 = arith.cmpi eq, %strides#1, %c1 : index
    %1 = arith.cmpi eq, %strides_3#1, %c1 : index
    %2 = arith.andi %0, %1 : i1
    scf.if %2 {
      %reinterpret_cast = memref.reinterpret_cast %base_buffer to offset: [%offset], sizes: [%sizes#0, %sizes#1], strides: [%strides#0, 1] : memref<i64> to memref<?x?xi64, strided<[?, 1], offset: ?>>
      %reinterpret_cast_4 = memref.reinterpret_cast %base_buffer_0 to offset: [%offset_1], sizes: [%sizes_2#0, %sizes_2#1], strides: [%strides_3#0, 1] : memref<i64> to memref<?x?xi64, strided<[?, 1], offset: ?>>
      scf.for %arg7 = %arg5 to %arg6 step %c1 {
        %c-9223372036854775808_i64 = arith.constant -9223372036854775808 : i64
        memref.store %c-9223372036854775808_i64, %reinterpret_cast_4[%c0, %arg7] : memref<?x?xi64, strided<[?, 1], offset: ?>>
      }
      scf.for %arg7 = %arg3 to %arg4 step %c1 {
        %3 = memref.load %arg1[%arg7, %c0] : memref<?x?xi64, strided<[?, ?], offset: ?>>
        scf.for %arg8 = %arg5 to %arg6 step %c1 {
          %4 = memref.load %reinterpret_cast[%arg7, %arg8] : memref<?x?xi64, strided<[?, 1], offset: ?>>
          %5 = arith.muli %4, %3 : i64
          %6 = memref.load %reinterpret_cast_4[%c0, %arg8] : memref<?x?xi64, strided<[?, 1], offset: ?>>
          %7 = arith.maxsi %6, %5 : i64
          memref.store %7, %reinterpret_cast_4[%c0, %arg8] : memref<?x?xi64, strided<[?, 1], offset: ?>>
        }
      }
    } else {
      func.call @t.strided(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5, %arg6) : (memref<?x?xi64, strided<[?, ?], offset: ?>>, memref<?x?xi64, strided<[?, ?], offset: ?>>, memref<?x?xi64, strided<[?, ?], offset: ?>>, index, index, index, index) -> ()
    }
    return
  }
  func.func private @t.strided(%arg0: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg1: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg2: memref<?x?xi64, strided<[?, ?], offset: ?>>, %arg3: index, %arg4: index, %arg5: index, %arg6: index) attributes {physl.strided} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    scf.for %arg7 = %arg5 to %arg6 step %c1 {
      %c-9223372036854775808_i64 = arith.constant -9223372036854775808 : i64
      memref.store %c-9223372036854775808_i64, %arg2[%c0, %arg7] : memref<?x?xi64, strided<[?, ?], offset: ?>>
    }
    scf.for %arg7 = %arg3 to %arg4 step %c1 {
      %0 = memref.load %arg1[%arg7, %c0] : memref<?x?xi64, strided<[?, ?], offset: ?>>
      scf.for %arg8 = %arg5 to %arg6 step %c1 {
        %1 = memref.load %arg0[%arg7, %arg8] : memref<?x?xi64, strided<[?, ?], offset: ?>>
        %2 = arith.muli %1, %0 : i64
        %3 = memref.load %arg2[%c0, %arg8] : memref<?x?xi64, strided<[?, ?], offset: ?>>
        %4 = arith.maxsi %3, %2 : i64
        memref.store %4, %arg2[%c0, %arg8] : memref<?x?xi64, strided<[?, ?], offset: ?>>
      }
    }
    return
  }
}

// ===== a sum of floats along the last dimension has lanes
func.func private @t(%a: tensor<?x?xf32>) -> tensor<?xf32> attributes {physl.task, physl.fold = "sum", physl.axes = array<i64: 1>, physl.keepdims = false, physl.flops = 1 : i64} {
  %0 = "physl.sum"(%a) {axes = array<i64: 1>, keepdims = false} : (tensor<?x?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
// ----- becomes
module {
  func.func private @t(%arg0: memref<?x?xf32, strided<[?, ?], offset: ?>>, %arg1: memref<?xf32, strided<[?], offset: ?>>, %arg2: index, %arg3: index, %arg4: index, %arg5: index) attributes {physl.axes = array<i64: 1>, physl.flops = 1 : i64, physl.fold = "sum", physl.keepdims = false, physl.operands = array<i64: 9, 2, 9, 1>, physl.rank = 2 : i64, physl.task} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %base_buffer, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %arg0 : memref<?x?xf32, strided<[?, ?], offset: ?>> -> memref<f32>, index, index, index, index, index
    %0 = arith.cmpi eq, %strides#1, %c1 : index
    scf.if %0 {
      %reinterpret_cast = memref.reinterpret_cast %base_buffer to offset: [%offset], sizes: [%sizes#0, %sizes#1], strides: [%strides#0, 1] : memref<f32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
      %alloca = memref.alloca() : memref<32xf32>
      scf.for %arg6 = %arg2 to %arg3 step %c1 {
        %1 = arith.subi %arg5, %arg4 : index
        %c32 = arith.constant 32 : index
        %2 = arith.cmpi slt, %1, %c32 : index
        %3 = scf.if %2 -> (f32) {
          %cst = arith.constant 0.000000e+00 : f32
          %4 = scf.for %arg7 = %arg4 to %arg5 step %c1 iter_args(%arg8 = %cst) -> (f32) {
            %5 = memref.load %reinterpret_cast[%arg6, %arg7] : memref<?x?xf32, strided<[?, 1], offset: ?>>
            %6 = arith.addf %arg8, %5 : f32
            scf.yield %6 : f32
          }
          scf.yield %4 : f32
        } else {
          %cst = arith.constant 0.000000e+00 : f32
          %4 = vector.broadcast %cst : f32 to vector<32xf32>
          vector.store %4, %alloca[%c0] : memref<32xf32>, vector<32xf32>
          %c32_0 = arith.constant 32 : index
          %5 = arith.subi %arg5, %arg4 : index
          %c31 = arith.constant 31 : index
          %6 = arith.addi %5, %c31 : index
          %7 = arith.divui %6, %c32_0 : index
          scf.for %arg7 = %c0 to %7 step %c1 {
            %25 = arith.muli %arg7, %c32_0 : index
            %26 = arith.addi %arg4, %25 : index
            %27 = arith.subi %arg5, %26 : index
            %28 = arith.minui %27, %c32_0 : index
            scf.for %arg8 = %c0 to %28 step %c1 {
              %29 = arith.addi %26, %arg8 : index
              %30 = memref.load %reinterpret_cast[%arg6, %29] : memref<?x?xf32, strided<[?, 1], offset: ?>>
              %31 = memref.load %alloca[%arg8] : memref<32xf32>
              %32 = arith.addf %31, %30 : f32
              memref.store %32, %alloca[%arg8] : memref<32xf32>
            }
          }
          %8 = vector.load %alloca[%c0] : memref<32xf32>, vector<32xf32>
          %9 = vector.shuffle %8, %8 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<32xf32>, vector<32xf32>
          %10 = vector.shuffle %8, %8 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<32xf32>, vector<32xf32>
          %11 = arith.addf %9, %10 : vector<16xf32>
          %12 = vector.shuffle %11, %11 [0, 1, 2, 3, 4, 5, 6, 7] : vector<16xf32>, vector<16xf32>
          %13 = vector.shuffle %11, %11 [8, 9, 10, 11, 12, 13, 14, 15] : vector<16xf32>, vector<16xf32>
          %14 = arith.addf %12, %13 : vector<8xf32>
          %15 = vector.shuffle %14, %14 [0, 1, 2, 3] : vector<8xf32>, vector<8xf32>
          %16 = vector.shuffle %14, %14 [4, 5, 6, 7] : vector<8xf32>, vector<8xf32>
          %17 = arith.addf %15, %16 : vector<4xf32>
          %18 = vector.shuffle %17, %17 [0, 1] : vector<4xf32>, vector<4xf32>
          %19 = vector.shuffle %17, %17 [2, 3] : vector<4xf32>, vector<4xf32>
          %20 = arith.addf %18, %19 : vector<2xf32>
          %21 = vector.shuffle %20, %20 [0] : vector<2xf32>, vector<2xf32>
          %22 = vector.shuffle %20, %20 [1] : vector<2xf32>, vector<2xf32>
          %23 = arith.addf %21, %22 : vector<1xf32>
          %24 = vector.extract %23[0] : f32 from vector<1xf32>
          scf.yield %24 : f32
        }
        memref.store %3, %arg1[%arg6] : memref<?xf32, strided<[?], offset: ?>>
      }
    } else {
      func.call @t.strided(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5) : (memref<?x?xf32, strided<[?, ?], offset: ?>>, memref<?xf32, strided<[?], offset: ?>>, index, index, index, index) -> ()
    }
    return
  }
  func.func private @t.strided(%arg0: memref<?x?xf32, strided<[?, ?], offset: ?>>, %arg1: memref<?xf32, strided<[?], offset: ?>>, %arg2: index, %arg3: index, %arg4: index, %arg5: index) attributes {physl.strided} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %alloca = memref.alloca() : memref<32xf32>
    scf.for %arg6 = %arg2 to %arg3 step %c1 {
      %0 = arith.subi %arg5, %arg4 : index
      %c32 = arith.constant 32 : index
      %1 = arith.cmpi slt, %0, %c32 : index
      %2 = scf.if %1 -> (f32) {
        %cst = arith.constant 0.000000e+00 : f32
        %3 = scf.for %arg7 = %arg4 to %arg5 step %c1 iter_args(%arg8 = %cst) -> (f32) {
          %4 = memref.load %arg0[%arg6, %arg7] : memref<?x?xf32, strided<[?, ?], offset: ?>>
          %5 = arith.addf %arg8, %4 : f32
          scf.yield %5 : f32
        }
        scf.yield %3 : f32
      } else {
        %cst = arith.constant 0.000000e+00 : f32
        %3 = vector.broadcast %cst : f32 to vector<32xf32>
        vector.store %3, %alloca[%c0] : memref<32xf32>, vector<32xf32>
        %c32_0 = arith.constant 32 : index
        %4 = arith.subi %arg5, %arg4 : index
        %c31 = arith.constant 31 : index
        %5 = arith.addi %4, %c31 : index
        %6 = arith.divui %5, %c32_0 : index
        scf.for %arg7 = %c0 to %6 step %c1 {
          %24 = arith.muli %arg7, %c32_0 : index
          %25 = arith.addi %arg4, %24 : index
          %26 = arith.subi %arg5, %25 : index
          %27 = arith.minui %26, %c32_0 : index
          scf.for %arg8 = %c0 to %27 step %c1 {
            %28 = arith.addi %25, %arg8 : index
            %29 = memref.load %arg0[%arg6, %28] : memref<?x?xf32, strided<[?, ?], offset: ?>>
            %30 = memref.load %alloca[%arg8] : memref<32xf32>
            %31 = arith.addf %30, %29 : f32
            memref.store %31, %alloca[%arg8] : memref<32xf32>
          }
        }
        %7 = vector.load %alloca[%c0] : memref<32xf32>, vector<32xf32>
        %8 = vector.shuffle %7, %7 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<32xf32>, vector<32xf32>
        %9 = vector.shuffle %7, %7 [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31] : vector<32xf32>, vector<32xf32>
        %10 = arith.addf %8, %9 : vector<16xf32>
        %11 = vector.shuffle %10, %10 [0, 1, 2, 3, 4, 5, 6, 7] : vector<16xf32>, vector<16xf32>
        %12 = vector.shuffle %10, %10 [8, 9, 10, 11, 12, 13, 14, 15] : vector<16xf32>, vector<16xf32>
        %13 = arith.addf %11, %12 : vector<8xf32>
        %14 = vector.shuffle %13, %13 [0, 1, 2, 3] : vector<8xf32>, vector<8xf32>
        %15 = vector.shuffle %13, %13 [4, 5, 6, 7] : vector<8xf32>, vector<8xf32>
        %16 = arith.addf %14, %15 : vector<4xf32>
        %17 = vector.shuffle %16, %16 [0, 1] : vector<4xf32>, vector<4xf32>
        %18 = vector.shuffle %16, %16 [2, 3] : vector<4xf32>, vector<4xf32>
        %19 = arith.addf %17, %18 : vector<2xf32>
        %20 = vector.shuffle %19, %19 [0] : vector<2xf32>, vector<2xf32>
        %21 = vector.shuffle %19, %19 [1] : vector<2xf32>, vector<2xf32>
        %22 = arith.addf %20, %21 : vector<1xf32>
        %23 = vector.extract %22[0] : f32 from vector<1xf32>
        scf.yield %23 : f32
      }
      memref.store %2, %arg1[%arg6] : memref<?xf32, strided<[?], offset: ?>>
    }
    return
  }
}

// ===== scalar NumPy arithmetic becomes machine arithmetic
func.func @f(%a: i64, %b: i64, %c: ui8) -> (i64, ui8) {
  %0 = "physl.py_to_np"(%a, %b) {op = "add"} : (i64, i64) -> i64
  %1 = "physl.py_to_np"(%c, %c) {op = "maximum"} : (ui8, ui8) -> ui8
  %2 = "physl.py_to_np"(%b) {op = "cast"} : (i64) -> ui8
  return %0, %2 : i64, ui8
}
// ----- becomes
module {
  func.func @f(%arg0: i64, %arg1: i64, %arg2: ui8) -> (i64, ui8) {
    %0 = arith.addi %arg0, %arg1 : i64
    %1 = builtin.unrealized_conversion_cast %0 : i64 to i64
    %2 = builtin.unrealized_conversion_cast %arg2 : ui8 to i8
    %3 = builtin.unrealized_conversion_cast %arg2 : ui8 to i8
    %4 = arith.maxui %2, %3 : i8
    %5 = builtin.unrealized_conversion_cast %4 : i8 to ui8
    %6 = arith.trunci %arg1 : i64 to i8
    %7 = builtin.unrealized_conversion_cast %6 : i8 to ui8
    return %1, %7 : i64, ui8
  }
}

// ===== an op on a type that NumPy casts first is our error
func.func private @t(%a: tensor<?xi64>) -> tensor<?xi64> attributes {physl.task, physl.fold = "map", physl.axes = array<i64>, physl.keepdims = false, physl.flops = 2 : i64} {
  %0 = "physl.exp"(%a) : (tensor<?xi64>) -> tensor<?xi64>
  return %0 : tensor<?xi64>
}
// ----- fails
-:2:8: internal error in physl-tile: physl.exp in task @t is not defined for int64

