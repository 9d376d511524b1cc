"""«Thành phố Mẫu»: a made-up catalogue of any size, to try out code, speed and looks."""
