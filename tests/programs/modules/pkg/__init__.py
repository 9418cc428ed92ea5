# MODULE of several_files.py
