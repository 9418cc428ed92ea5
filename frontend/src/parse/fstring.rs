//! F-strings: literal text and values with a conversion and a format spec.

use super::Parser;
use crate::ast::{Conversion, ExprKind, FPart};
use ruff_python_ast as py;

impl Parser<'_> {
    pub(super) fn fstring(&mut self, literal: &py::ExprFString) -> ExprKind {
        let mut parts = Vec::new();
        for part in &literal.value {
            match part {
                py::FStringPart::Literal(text) => parts.push(FPart::Text(text.value.to_string())),
                py::FStringPart::FString(fstring) => self.elements(&fstring.elements, &mut parts),
            }
        }
        ExprKind::FString(parts)
    }

    fn elements(&mut self, elements: &py::InterpolatedStringElements, parts: &mut Vec<FPart>) {
        for element in elements {
            match element {
                py::InterpolatedStringElement::Literal(text) => parts.push(FPart::Text(text.value.to_string())),
                py::InterpolatedStringElement::Interpolation(value) => self.interpolation(value, parts),
            }
        }
    }

    fn interpolation(&mut self, element: &py::InterpolatedElement, parts: &mut Vec<FPart>) {
        if let Some(debug) = &element.debug_text {
            parts.push(FPart::Text(debug.as_str().to_string()));
        }
        let value = self.expr(&element.expression);
        let spec = element.format_spec.as_ref().map(|spec| {
            let mut inner = Vec::new();
            self.elements(&spec.elements, &mut inner);
            inner
        });
        let bare_debug = element.debug_text.is_some() && spec.is_none();
        let conversion = match element.conversion {
            py::ConversionFlag::None if bare_debug => Conversion::Repr,
            py::ConversionFlag::None => Conversion::None,
            py::ConversionFlag::Str => Conversion::Str,
            py::ConversionFlag::Repr => Conversion::Repr,
            py::ConversionFlag::Ascii => {
                self.error(value.span, "the conversion `!a` is not supported", "use `!r`");
                Conversion::Repr
            }
        };
        parts.push(FPart::Value { value, conversion, spec });
    }
}
