"""«Thành phố Mẫu»: a made-up catalogue of any size in the real shape, to try the code, its speed and its looks on."""
