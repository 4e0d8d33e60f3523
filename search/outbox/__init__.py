"""Changes on their way to the index: triggers write rows, consumers read and delete them."""
