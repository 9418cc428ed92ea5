// Registers ops with any number of operands of any types in a dialect that IRDL made.
//
// IRDL binds one constraint to one type, so it makes all operands of a variadic list equal in type; these ops need lists of
// different types. Everything else about them is checked here as IRDL would: least number of operands, results, attributes.

#include "mlir/CAPI/IR.h"
#include "mlir/CAPI/Support.h"
#include "mlir/IR/ExtensibleDialect.h"

#include <string>
#include <vector>

using namespace mlir;

extern "C" bool phylanx_register_open_op(MlirContext context, MlirStringRef dialectName, MlirStringRef name,
                                         size_t leastOperands, size_t results, size_t attrCount,
                                         const MlirStringRef *attrNames) {
  auto *extensible =
      llvm::dyn_cast_if_present<ExtensibleDialect>(unwrap(context)->getLoadedDialect(unwrap(dialectName)));
  if (!extensible)
    return false;
  std::vector<std::string> attrs;
  for (size_t at = 0; at < attrCount; ++at)
    attrs.push_back(unwrap(attrNames[at]).str());
  auto verify = [leastOperands, results, attrs](Operation *op) -> LogicalResult {
    if (op->getNumOperands() < leastOperands)
      return op->emitOpError("expects at least ") << leastOperands << " operands, but got " << op->getNumOperands();
    if (op->getNumResults() != results)
      return op->emitOpError("expects exactly ") << results << " results, but got " << op->getNumResults();
    for (const std::string &attr : attrs)
      if (!op->getAttr(attr))
        return op->emitOpError("attribute '") << attr << "' is expected but not provided";
    return success();
  };
  auto verifyRegions = [](Operation *) -> LogicalResult { return success(); };
  extensible->registerDynamicOp(
      DynamicOpDefinition::get(unwrap(name), extensible, std::move(verify), std::move(verifyRegions)));
  return true;
}
