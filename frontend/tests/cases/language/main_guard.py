def main():
    print("main")


if __name__ == "__main__":
    main()
# ---- expected ----
# module {
#   func.func private @main() {
#     %0 = "physl.text"() {value = "main\0A"} : () -> !physl.str
#     "physl.print"(%0) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
#   func.func @__main__() {
#     call @main() : () -> ()
#     return
#   }
# }
