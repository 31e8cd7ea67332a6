context.shop.after(3)
